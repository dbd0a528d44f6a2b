import { openVerifications } from '@/domain/backports/fix-verification'
import { dateConflict, proposalState } from '@/domain/embargo/counter-proposal'
import { embargoInForce } from '@/domain/embargo/embargo-in-force'
import { negotiationOf } from '@/domain/embargo/negotiation'
import { isWithdrawn, mayWithdraw } from '@/domain/reports/withdraw'
import type { Instant } from '@/lib/instant'
import type { CaseRecord } from '@/server/cases/case-record'
import type { OwnCase } from './load-own-case'

/** The dates of both sides as one reporter sees them: theirs beside ours, and what was proposed between the two. */
export function ownDates(
  record: CaseRecord,
  { report, case: row, vault }: OwnCase,
  scheduledFor: Instant | null,
  now: Instant,
) {
  const proposals = record.proposals.filter(({ reportId }) => reportId === report.id)
  const isOver = row.announcedAt !== null || row.resolution !== null
  const conflict = isOver
    ? null
    : dateConflict(
        {
          dates: report.disclosureAt === null ? [] : [{ at: report.disclosureAt }],
          notBefore: record.notBefore,
          isConfirmed: record.facts.confirmedAt !== null,
          delayDays: record.terms.announce.delayDays,
        },
        now,
      )
  return {
    isOver,
    notBefore: record.notBefore.at,
    scheduledFor,
    /** Named no further than that: which lines are affected is the team's to tell. */
    conflict: conflict?.kind ?? null,
    /** The earliest we could announce, known or at best; null: nothing holds us up. */
    earliestOurs: conflict && (conflict.notBefore ?? conflict.atBest),
    negotiation: negotiationOf(conflict, isOver ? [] : proposals, now),
    inForce: isOver
      ? null
      : embargoInForce(
          {
            proposals,
            reporterDates: [report.disclosureAt],
            receivedAt: report.receivedAt,
            longestDays: record.terms.embargo.longestDays,
          },
          now,
        ),
    proposals: proposals.map((proposal) => ({
      id: proposal.id,
      by: proposal.by,
      until: proposal.until,
      answerBy: proposal.answerBy,
      state: proposalState(proposal, proposals, now),
      answer: proposal.answer
        ? vault.open({ table: 'embargo_proposals', row: proposal.id, column: 'answer' }, proposal.answer)
        : null,
    })),
  }
}

/** The fixes this reporter was asked to verify, as far as they still are what was asked about. */
export const verificationsOf = ({ events, lines }: CaseRecord, reportId: string) =>
  openVerifications(events, reportId).flatMap(({ lineId, version }) => {
    const line = lines.find(({ row }) => row.lineId === lineId)
    const { release, work } = line?.status ?? {}
    return line && release && work === 'released' && release.version === version
      ? [{ lineId, line: line.status.line.name, version, url: release.url }]
      : []
  })

/** Whether the report is withdrawn, and whether it can be. */
export function withdrawalOf({ events, facts }: CaseRecord, reportId: string) {
  const isDone = isWithdrawn(events, reportId)
  const may = mayWithdraw(facts, isDone)
  return { isDone, hindrance: may.ok ? null : may.refusal.reason }
}
