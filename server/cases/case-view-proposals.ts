import { proposalState, type EmbargoProposal } from '@/domain/embargo/counter-proposal'
import type { Instant } from '@/lib/instant'
import type { CaseRows } from './case-view-rows'
import { allProposals } from './linked-dates'
import type { FoundCase } from './load-case'

/** A proposed date with its state now, and the words that came with the answer; those of a linked case are read there. */
export interface ProposalView extends EmbargoProposal {
  answer: string | null
}

/** The proposals of this case and of those that repeat it. */
export function proposalsView({ vault }: FoundCase, { record }: CaseRows, now: Instant): ProposalView[] {
  const all = allProposals(record)
  const answers = new Map(record.proposals.map(({ id, answer }) => [id, answer]))
  return all.map((proposal) => {
    const answer = answers.get(proposal.id)
    return {
      id: proposal.id,
      reportId: proposal.reportId,
      by: proposal.by,
      until: proposal.until,
      proposedAt: proposal.proposedAt,
      answerBy: proposal.answerBy,
      state: proposalState(proposal, all, now),
      answer: answer
        ? vault.open({ table: 'embargo_proposals', row: proposal.id, column: 'answer' }, answer)
        : null,
      ...(proposal.linkedCase && { linkedCase: proposal.linkedCase }),
    }
  })
}
