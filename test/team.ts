import { randomUUID } from 'node:crypto'
import { memberships, people } from '@/db/schema'
import type { Actor, Role } from '@/domain/access/actor'
import { toPersonActor, type PersonActor } from '@/server/auth/person-actor'
import { createProject } from '@/server/projects/create-project'
import { now } from '@/server/kernel/clock'
import { testDatabase } from './database'

export const anyone: Actor = { kind: 'anyone' }

/** A person with an account, as the actor they are. */
export async function addPerson(
  name: string,
  { isOwner = false, roles = {} }: { isOwner?: boolean; roles?: Record<string, Role> } = {},
): Promise<PersonActor> {
  const { db } = await testDatabase()
  const personId = randomUUID()
  await db
    .insert(people)
    .values({ id: personId, name, email: `${personId}@example.org`, isOwner, createdAt: now() })
  for (const [projectId, role] of Object.entries(roles)) {
    await db.insert(memberships).values({ personId, projectId, role, since: now() })
  }
  return toPersonActor({ personId, name, isOwner, roles, cases: {} })
}

/** A project made by its owner, with a member for each role and a stranger of this desk. */
export async function addProject(name = 'Marmotte', key = 'MAR') {
  const owner = await addPerson(`Owner of ${name}`, { isOwner: true })
  const lead = await addPerson(`Lead of ${name}`)
  const made = await createProject(owner, {
    name,
    key,
    summary: `${name}, for tests.`,
    leadId: lead.personId,
  })
  if (!made.ok) throw new Error(made.refusal.message)
  const { id, slug } = made.value
  return {
    id,
    slug,
    owner,
    lead: { ...lead, roles: { [id]: 'lead' as const } },
    handler: await addPerson(`Handler of ${name}`, { roles: { [id]: 'handler' } }),
    observer: await addPerson(`Observer of ${name}`, { roles: { [id]: 'observer' } }),
    stranger: await addPerson('Stranger'),
  }
}

/** What an operation gave; fails the test with its refusal otherwise. */
export function value<Output>(result: { ok: true; value: Output } | { ok: false; refusal: unknown }): Output {
  if (result.ok) return result.value
  throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
}

/** The code of a refusal, and its fields when the input was not valid. */
export const refusalOf = (result: { ok: boolean; refusal?: { code: string; fields?: object } }) =>
  result.refusal &&
  (result.refusal.fields ? [result.refusal.code, ...Object.keys(result.refusal.fields)] : result.refusal.code)
