import { and, eq } from 'drizzle-orm'
import { lineStatuses, projects, releaseLines } from '@/db/schema'
import type { Justification, LineStatus, Work } from '@/domain/backports/line-status'
import { changeLine } from '@/server/cases/change-line'
import { recordRelease, yankRelease } from '@/server/cases/record-release'
import { now } from '@/server/kernel/clock'
import { caseRow } from './acts'
import { given } from './desk'
import type { Act, Course } from './play'
import type { Teammate } from './team'

/** The case's row of the line with that name. */
async function rowOf(course: Course, name: string) {
  const { id, projectId } = await caseRow(course)
  const [found] = await course.desk.database.db
    .select({ row: lineStatuses, repository: projects.repository })
    .from(lineStatuses)
    .innerJoin(releaseLines, eq(lineStatuses.lineId, releaseLines.id))
    .innerJoin(projects, eq(projects.id, releaseLines.projectId))
    .where(
      and(eq(lineStatuses.caseId, id), eq(releaseLines.projectId, projectId), eq(releaseLines.name, name)),
    )
  if (!found) throw new Error(`The case has no line ${name}.`)
  return found
}

type Change = Partial<Pick<LineStatus, 'plan' | 'planReason' | 'work' | 'introducedIn'>> & { fixUrl?: string }

const changes =
  (
    who: Teammate,
    name: string,
    change: Change & { affectedness?: LineStatus['affectedness']; justification?: Justification },
  ): Act =>
  async (course) => {
    const { row } = await rowOf(course, name)
    given(
      await changeLine(await course.desk.actor(who), {
        case: course.reference,
        line: row.lineId,
        seen: row.version,
        affectedness: row.affectedness === 'unknown' ? 'affected' : row.affectedness,
        introducedIn: row.introducedIn,
        ...change,
      }),
    )
  }

/** The line is affected; its plan is what the policy proposes unless the change says otherwise. */
export const affected = (who: Teammate, name: string, change: Change = {}): Act =>
  changes(who, name, { affectedness: 'affected', ...change })

export const notAffected = (who: Teammate, name: string, justification: Justification): Act =>
  changes(who, name, { affectedness: 'not_affected', justification })

export const willNotFix = (who: Teammate, name: string, planReason: string): Act =>
  changes(who, name, { affectedness: 'affected', plan: 'wont_fix', planReason })

/** The work on the fix reaches a step. */
export const works = (who: Teammate, name: string, work: Work): Act => changes(who, name, { work })

/** A line that was to stay as it is gets its fix after all. */
export const fixesAfterAll = (who: Teammate, name: string, planReason: string): Act =>
  changes(who, name, { plan: 'fix', planReason, work: 'in_progress' })

/** The patch release comes out now. */
export const releases =
  (who: Teammate, name: string, version: string): Act =>
  async (course) => {
    const { row, repository } = await rowOf(course, name)
    given(
      await recordRelease(await course.desk.actor(who), {
        case: course.reference,
        line: row.lineId,
        seen: row.version,
        version,
        releasedAt: now(),
        url: `${repository}/releases/v${version}`,
      }),
    )
  }

export const yanks =
  (who: Teammate, name: string, reason: string): Act =>
  async (course) => {
    const { row } = await rowOf(course, name)
    given(
      await yankRelease(await course.desk.actor(who), {
        case: course.reference,
        line: row.lineId,
        seen: row.version,
        reason,
      }),
    )
  }
