import { and, gt, inArray, isNull, eq } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { people, sessions } from '@/db/schema'
import { personColumns, toPersonActor, type PersonActor } from '@/server/auth/person-actor'

/** Who the people of these sessions are now, by session; whose session has ended is missing. One statement. */
export async function followersNow(
  tx: Tx,
  following: readonly { sessionId: string }[],
): Promise<Map<string, PersonActor>> {
  const ids = [...new Set(following.map(({ sessionId }) => sessionId))]
  const rows = await tx
    .select({ ...personColumns, sessionId: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(and(inArray(sessions.id, ids), gt(sessions.expires, new Date()), isNull(people.removedAt)))
  return new Map(rows.map((row) => [row.sessionId, toPersonActor(row)]))
}
