import { and, asc, eq } from 'drizzle-orm'
import { absences, absenceStandIns, cases } from '@/db/schema'
import { dueOrNever, isOpen } from '@/db/schema/cases'
import type { Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import { handledProjects, reachOf, type Absentee } from './handled-projects'

export interface ShownAbsence {
  /** null: none is set. */
  absence: { startsAt: Instant; endsAt: Instant; isNow: boolean; standInId: string | null } | null
  /** References of the open cases they answer for, what is due next first; only those one may see. */
  openCases: string[]
  /** Where they handle cases, and who else could: as far as whoever looks may name a stand-in. */
  projects: { id: string; name: string; standInId: string | null; others: { id: string; name: string }[] }[]
  /** Whether whoever looks may name a stand-in for all projects. */
  mayNameForAll: boolean
}

/** Somebody's absence, and whom one can name for it. What is over is not shown. */
export async function shownAbsence(context: Context, person: Absentee): Promise<ShownAbsence> {
  const { tx, now, actor } = context
  const { personId } = person
  const [row] = await tx.select().from(absences).where(eq(absences.personId, personId))
  const named = await tx.select().from(absenceStandIns).where(eq(absenceStandIns.personId, personId))
  const reach = reachOf(actor, person)
  const handled = await handledProjects(context, person, reach)
  const open = await tx
    .select({ reference: cases.reference })
    .from(cases)
    .where(and(eq(cases.handlerId, personId), isOpen(cases.stage), casesInScope(actor)))
    .orderBy(asc(dueOrNever(cases.nextDueAt)), asc(cases.id))
  const isShown = row !== undefined && row.endsAt > now
  return {
    absence: isShown
      ? {
          startsAt: row.startsAt,
          endsAt: row.endsAt,
          isNow: row.startsAt <= now,
          standInId: reach === null ? row.standInId : null,
        }
      : null,
    openCases: open.map(({ reference }) => reference),
    projects: handled.map((project) => ({
      ...project,
      standInId: isShown
        ? (named.find(({ projectId }) => projectId === project.id)?.standInId ?? null)
        : null,
    })),
    mayNameForAll: reach === null,
  }
}
