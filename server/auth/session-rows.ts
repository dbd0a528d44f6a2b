import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { people, sessions } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { loadPersonActor, personColumns } from './person-actor'

/** A session lives this long after it was last used. */
export const sessionMaxAgeSeconds = 14 * 24 * 60 * 60
/** A session that is used is made to last again at most this often. */
export const sessionRenewalSeconds = 60 * 60

/** 256 random bits; only the browser ever holds them. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a session token. The token is random, so a plain hash cannot be guessed back. */
export const sessionTokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/**
 * Signs a person in: the session's row and its event, or neither. Throws when the person was removed meanwhile,
 * so that no session outlives a removal that runs at the same time.
 */
export async function startSession(
  context: Omit<Context, 'actor'>,
  session: { token: string; personId: string; expires: Date; browser: string; by: 'password' | 'mail' },
): Promise<void> {
  const { tx, now } = context
  const stillThere = and(eq(people.id, session.personId), isNull(people.removedAt))
  const [person] = await tx.select({ id: people.id }).from(people).where(stillThere).for('share')
  const actor = person ? await loadPersonActor(tx, person.id) : null
  if (!actor) throw new Error('Nobody to sign in.')
  await tx.insert(sessions).values({
    sessionToken: sessionTokenHash(session.token),
    userId: actor.personId,
    expires: session.expires,
    startedAt: now,
    browser: session.browser,
    by: session.by,
  })
  await recordInstanceEvent({ tx, now, actor }, 'person_signed_in', { personId: actor.personId })
}

/** The session of a token with its person, in one query. null: no such session, expired, or the person was removed. */
export async function findSession(tx: Tx, token: string, at: Date = new Date()) {
  const [row] = await sessionOfToken(tx).execute({ token: sessionTokenHash(token), at })
  return row ?? null
}

const sessionOfToken = statement('session_of_token', (tx) =>
  tx
    .select({ ...personColumns, sessionId: sessions.id, expires: sessions.expires })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(
      and(
        eq(sessions.sessionToken, sql.placeholder('token')),
        gt(sessions.expires, sql.placeholder('at')),
        isNull(people.removedAt),
      ),
    ),
)

/** Signs out: ends the session of a token and records it. Nothing happens when it has ended already. */
export async function endSessionOf({ tx, now }: Omit<Context, 'actor'>, token: string): Promise<void> {
  const isIt = eq(sessions.sessionToken, sessionTokenHash(token))
  const [ended] = await tx.delete(sessions).where(isIt).returning({ personId: sessions.userId })
  const actor = ended ? await loadPersonActor(tx, ended.personId) : null
  if (actor) await recordInstanceEvent({ tx, now, actor }, 'person_signed_out', { personId: actor.personId })
}
