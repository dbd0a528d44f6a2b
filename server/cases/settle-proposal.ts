import { and, eq } from 'drizzle-orm'
import { embargoProposals } from '@/db/schema'
import type { EmbargoProposal } from '@/domain/embargo/counter-proposal'
import type { Context } from '@/server/kernel/context'
import { conflict } from '@/server/kernel/problem'
import type { FoundCase } from './load-case'
import { moveOwnDate } from './move-own-date'
import { recordCaseEvent } from './record-case-event'

type Answer = { accepted: 'yes' | 'no'; answer: string | null }

/**
 * Stores which answer a proposed date got and with which words, whichever side answers. Accepted, it moves the reporter's own date
 * along. Throws a conflict when the proposal was answered meanwhile.
 */
export async function settleProposal(
  context: Context,
  found: Pick<FoundCase, 'case' | 'vault'>,
  proposal: EmbargoProposal,
  { accepted, answer }: Answer,
): Promise<void> {
  const { id } = proposal
  const place = { table: 'embargo_proposals', row: id, column: 'answer' }
  const answered = await context.tx
    .update(embargoProposals)
    .set({
      state: accepted === 'yes' ? 'accepted' : 'declined',
      answeredAt: context.now,
      answer: answer === null ? null : found.vault.seal(place, answer),
    })
    .where(and(eq(embargoProposals.id, id), eq(embargoProposals.state, 'open')))
    .returning({ id: embargoProposals.id })
  if (answered.length === 0) throw conflict('This proposal was answered meanwhile. Look at the page again.')
  const isAccepted = accepted === 'yes'
  await recordCaseEvent(context, found, 'embargo_answered', { proposalId: id, accepted: isAccepted }, answer)
  if (isAccepted) await moveOwnDate(context, found, proposal)
}
