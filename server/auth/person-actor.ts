import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { caseParticipants, memberships, people } from '@/db/schema'
import type { Actor, Role } from '@/domain/access/actor'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/** What a person is, in the columns of one query over `people`: their own facts, roles by project, cases by id. */
export const personColumns = {
  personId: people.id,
  name: people.name,
  email: people.email,
  isOwner: people.isOwner,
  timeZone: people.timeZone,
  roles: sql<Record<string, Role>>`(
    select coalesce(json_object_agg(m.project_id, m.role), '{}'::json) from ${memberships} m where m.person_id = ${people}.id)`,
  cases: sql<Record<string, 'handler' | 'collaborator'>>`(
    select coalesce(json_object_agg(c.case_id, c.as), '{}'::json) from ${caseParticipants} c where c.person_id = ${people}.id)`,
}

/** The actor that a row of `personColumns` is. */
export const toPersonActor = (row: Omit<PersonActor, 'kind'>): PersonActor => ({
  kind: 'person',
  personId: row.personId,
  name: row.name,
  isOwner: row.isOwner,
  roles: row.roles,
  cases: row.cases,
})

/** The person as an actor, or null when unknown or removed. */
export async function loadPersonActor(tx: Tx, personId: string): Promise<PersonActor | null> {
  const [row] = await tx
    .select(personColumns)
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.removedAt)))
  return row ? toPersonActor(row) : null
}
