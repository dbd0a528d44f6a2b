import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { absences, absenceStandIns, cases, people, memberships, projects } from '@/db/schema'
import { dueOrNever, isOpen } from '@/db/schema/cases'
import type { Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from './load-account'

export interface OwnAbsence {
  /** null: none is set. */
  absence: { startsAt: Instant; endsAt: Instant; isNow: boolean; standInId: string | null } | null
  /** References of the open cases one answers for, what is due next first. */
  openCases: string[]
  /** Where one handles cases, and who else could. */
  projects: { id: string; name: string; standInId: string | null; others: { id: string; name: string }[] }[]
}

/** One's own absence, and whom one can name for it. What is over is not shown. */
export const ownAbsence = query({
  name: 'people.ownAbsence',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<OwnAbsence> => {
    const { tx, now } = context
    const [row] = await tx.select().from(absences).where(eq(absences.personId, personId))
    const named = await tx.select().from(absenceStandIns).where(eq(absenceStandIns.personId, personId))
    const handled = await handledProjects(context, personId)
    const open = await tx
      .select({ reference: cases.reference })
      .from(cases)
      .where(and(eq(cases.handlerId, personId), isOpen(cases.stage), casesInScope(context.actor)))
      .orderBy(asc(dueOrNever(cases.nextDueAt)), asc(cases.id))
    const isShown = row !== undefined && row.endsAt > now
    return {
      absence: isShown
        ? {
            startsAt: row.startsAt,
            endsAt: row.endsAt,
            isNow: row.startsAt <= now,
            standInId: row.standInId,
          }
        : null,
      openCases: open.map(({ reference }) => reference),
      projects: handled.map((project) => ({
        ...project,
        standInId: isShown
          ? (named.find(({ projectId }) => projectId === project.id)?.standInId ?? null)
          : null,
      })),
    }
  },
})

/** The projects a person handles cases of, each with everybody else who can. One statement. */
export async function handledProjects(
  { tx, actor }: Context,
  personId: string,
): Promise<{ id: string; name: string; others: { id: string; name: string }[] }[]> {
  const isOwner = actor.kind === 'person' && actor.isOwner
  const others = sql`(
    select coalesce(json_agg(json_build_object('id', ${people.id}, 'name', ${people.name}) order by lower(${people.name}), ${people.id}), '[]'::json)
    from ${people} where ${people.removedAt} is null and ${people.id} <> ${personId}
      and (${people.isOwner} or ${people.id} in (
        select m.person_id from ${memberships} m where m.project_id = ${projects.id} and m.role <> 'observer')))`
  const own = sql`${projects.id} in (
    select m.project_id from ${memberships} m where m.person_id = ${personId} and m.role <> 'observer')`
  const { rows } = await tx.execute<{
    id: string
    name: string
    others: { id: string; name: string }[]
  }>(
    sql`select ${projects.id}, ${projects.name}, ${others} as others
      from ${projects} where ${isOwner ? sql`true` : own} order by lower(${projects.name}), ${projects.id}`,
  )
  return rows
}
