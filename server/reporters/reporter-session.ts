import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { reporterSessions } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

/** How long a browser keeps a reporter's place open. */
export const sessionDays = 30

/** The form in which the secret of a reporter’s session is stored and looked up. */
export const sessionHash = (token: string): string => vault().keyedHash('reporter-session', token)

/** The secret a browser holds. */
export const sessionToken = z.string().max(100)

/** Opens the place in a browser; gives the secret it keeps. */
export async function startSession({ tx, now }: Context, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.insert(reporterSessions).values({
    tokenHash: sessionHash(token),
    accountId,
    startedAt: now,
    expiresAt: plusMs(now, sessionDays * dayMs),
  })
  return token
}

/** The place a browser has open; null when it has none, which is the same as there being none. */
export async function loadAccount({ tx, now }: Pick<Context, 'tx' | 'now'>, token: string) {
  const [session] = await tx
    .select({ accountId: reporterSessions.accountId })
    .from(reporterSessions)
    .where(and(eq(reporterSessions.tokenHash, sessionHash(token)), gt(reporterSessions.expiresAt, now)))
  return session ? { ...session, subject: { kind: 'instance' as const } } : null
}
