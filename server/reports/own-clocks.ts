import type { Clock, ClockKind } from '@/domain/clocks/clock'
import { craMilestones, type CraMilestone } from '@/domain/exploitation/milestone'
import type { mayRemind } from '@/domain/reports/reminder'
import type { CaseRecord, ReportRow } from '@/server/cases/case-record'

/** The clocks of one report, of all those of its case. */
export const ownClocks = (record: Pick<CaseRecord, 'clocks'>, reportId: string): ReportClock[] =>
  record.clocks.filter(isOfReport).filter((clock) => clock.reportId === reportId)

/** What is owed to an authority is none of a reporter's promises. */
type ReportClock = Clock & { kind: Exclude<ClockKind, CraMilestone> }

const isOfReport = (clock: Clock): clock is ReportClock =>
  !craMilestones.some((milestone) => milestone === clock.kind)

/** What the reminder depends on, of the case's record. */
export function reminderFacts(
  record: Pick<CaseRecord, 'clocks' | 'events' | 'facts'>,
  report: ReportRow,
): Parameters<typeof mayRemind>[0] {
  const acknowledge = ownClocks(record, report.id).find(({ kind }) => kind === 'acknowledge') ?? null
  return {
    events: record.events,
    reportId: report.id,
    receivedAt: report.receivedAt,
    acknowledgedAt: acknowledge
      ? acknowledge.metAt
      : (record.facts.acknowledgedAt ?? record.facts.resolution?.at ?? null),
    acknowledge,
  }
}
