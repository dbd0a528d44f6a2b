import { and, eq, exists, isNull, or } from 'drizzle-orm'
import { gateTokens, memberships, people } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { now } from '@/server/kernel/clock'
import { getDatabase } from '@/server/kernel/database'
import { vault } from '@/server/kernel/vault'
import { anyone } from './anyone'
import { currentActor } from './current-actor'

/** Begins every token, so that a scanner of leaked secrets knows it. */
export const gateTokenPrefix = 'ddgate_'

/** The form in which a gate token is stored and looked up. */
export const gateTokenHash = (token: string): string => vault().keyedHash('gate-token', token)

/** Who asks with that `Authorization` header; null without one. A token is worth what whoever made it still is: a lead, or an owner. */
export async function tokenActor(authorization: string | null): Promise<Actor | null> {
  if (authorization === null) return null
  const token = /^Bearer\s+(ddgate_[\w-]{43})$/i.exec(authorization.trim())?.[1]
  if (token === undefined) return anyone
  const { db } = await getDatabase()
  const isLead = exists(
    db
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, gateTokens.madeBy),
          eq(memberships.projectId, gateTokens.projectId),
          eq(memberships.role, 'lead'),
        ),
      ),
  )
  const [found] = await db
    .select({ id: gateTokens.id, name: gateTokens.name, projectId: gateTokens.projectId })
    .from(gateTokens)
    .innerJoin(people, eq(people.id, gateTokens.madeBy))
    .where(
      and(
        eq(gateTokens.hash, gateTokenHash(token)),
        isNull(gateTokens.revokedAt),
        isNull(people.removedAt),
        or(eq(people.isOwner, true), isLead),
      ),
    )
  if (!found) return anyone
  await db.update(gateTokens).set({ lastUsedAt: now() }).where(eq(gateTokens.id, found.id))
  return { kind: 'machine', machine: 'token', ...found }
}

/** The holder of the token that the request bears, else the person of the session, else anyone. */
export const actorOfRequest = async (request: Request): Promise<Actor> =>
  (await tokenActor(request.headers.get('authorization'))) ?? currentActor()
