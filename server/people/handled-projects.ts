import { sql } from 'drizzle-orm'
import { memberships, people, projects } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { PersonActor } from '@/server/auth/person-actor'
import type { Context } from '@/server/kernel/context'

/** Whose absence it is, as far as it decides where they handle cases. */
export type Absentee = Pick<PersonActor, 'personId' | 'isOwner'>

/** Where whoever acts may name a stand-in for somebody: the ids of projects; null: wherever they handle cases. */
export type Reach = readonly string[] | null

/** Everywhere for oneself and for owners, else the projects one leads: a lead learns of no other. */
export const reachOf = (actor: Actor, { personId }: Absentee): Reach =>
  actor.kind !== 'person'
    ? []
    : actor.personId === personId || actor.isOwner
      ? null
      : Object.entries(actor.roles).flatMap(([id, role]) => (role === 'lead' ? [id] : []))

/** The projects a person handles cases of, as far as the reach goes, each with everybody else who can. One statement. */
export async function handledProjects(
  { tx }: Pick<Context, 'tx'>,
  { personId, isOwner }: Absentee,
  reach: Reach,
): Promise<{ id: string; name: string; others: { id: string; name: string }[] }[]> {
  const others = sql`(
    select coalesce(json_agg(json_build_object('id', ${people.id}, 'name', ${people.name}) order by lower(${people.name}), ${people.id}), '[]'::json)
    from ${people} where ${people.removedAt} is null and ${people.id} <> ${personId}
      and (${people.isOwner} or ${people.id} in (
        select m.person_id from ${memberships} m where m.project_id = ${projects.id} and m.role <> 'observer')))`
  const own = sql`${projects.id} in (
    select m.project_id from ${memberships} m where m.person_id = ${personId} and m.role <> 'observer')`
  const reached = sql`${projects.id} = any (${`{${reach?.join() ?? ''}}`}::uuid[])`
  const { rows } = await tx.execute<{
    id: string
    name: string
    others: { id: string; name: string }[]
  }>(
    sql`select ${projects.id}, ${projects.name}, ${others} as others
      from ${projects} where ${isOwner ? sql`true` : own} and ${reach === null ? sql`true` : reached}
      order by lower(${projects.name}), ${projects.id}`,
  )
  return rows
}
