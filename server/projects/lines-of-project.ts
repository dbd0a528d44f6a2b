import { eq, sql } from 'drizzle-orm'
import { lineStatuses, releaseLines } from '@/db/schema'
import { newestFirst } from '@/domain/backports/supported'
import { supportDates } from '@/domain/projects/support-dates'
import { supportState, type SupportState } from '@/domain/projects/support-state'
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
  /** How many cases name the line; such a line is not removed. */
  cases: number
}

/** The project's lines, development first and then newest first. */
export async function linesOfProject(
  { tx, now }: Context,
  projectId: string,
  timeZone: string,
): Promise<ShownLine[]> {
  const rows = await tx
    .select({
      line: releaseLines,
      cases: sql<number>`(select count(*)::int from ${lineStatuses} where ${lineStatuses.lineId} = ${releaseLines.id})`,
    })
    .from(releaseLines)
    .where(eq(releaseLines.projectId, projectId))
  const cases = new Map(rows.map((row) => [row.line.id, row.cases]))
  return newestFirst(rows.map((row) => row.line)).map(({ projectId: _project, ...line }) => ({
    ...line,
    ...supportDates(line, timeZone),
    state: supportState(line, now),
    cases: cases.get(line.id) ?? 0,
  }))
}
