import { and, count, eq } from 'drizzle-orm'
import { cases, lineStatuses, releaseLines } from '@/db/schema'
import { newestFirst } from '@/domain/backports/supported'
import { supportDates } from '@/domain/projects/support-dates'
import { supportState, type SupportState } from '@/domain/projects/support-state'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import type { Instant } from '@/lib/instant'

/** A release line as a screen shows it: its state and its days are derived. */
export interface ShownLine {
  id: string
  name: string
  range: string
  branch: string
  isDevelopment: boolean
  state: SupportState
  supportedFrom: Instant
  supportedUntil: Instant | null
  /** First and last supported day in the policy's zone. */
  from: string
  until: string | null
  version: number
  /** How many cases that one may see name the line; a line that any case names is not removed. */
  cases: number
}

/** The project's lines, development first and then newest first. */
export async function linesOfProject(
  { tx, now, actor }: Context,
  projectId: string,
  timeZone: string,
): Promise<ShownLine[]> {
  const lines = await tx.select().from(releaseLines).where(eq(releaseLines.projectId, projectId))
  const counted = await tx
    .select({ lineId: lineStatuses.lineId, cases: count() })
    .from(lineStatuses)
    .innerJoin(cases, eq(cases.id, lineStatuses.caseId))
    .where(and(eq(cases.projectId, projectId), casesInScope(actor)))
    .groupBy(lineStatuses.lineId)
  const named = new Map(counted.map((row) => [row.lineId, row.cases]))
  return newestFirst(lines).map(({ projectId: _project, ...line }) => ({
    ...line,
    ...supportDates(line, timeZone),
    state: supportState(line, now),
    cases: named.get(line.id) ?? 0,
  }))
}
