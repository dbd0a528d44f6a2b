import { desc, eq, and, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people, sessions } from '@/db/schema'
import { query } from '@/server/kernel/query'
import { notFound } from '@/server/kernel/problem'
import { loadOwnAccount } from './load-account'

/** What the account page shows of oneself. */
export const ownProfile = query({
  name: 'people.ownProfile',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async ({ tx }, _input, { personId }) => {
    const columns = {
      name: people.name,
      address: people.email,
      timeZone: people.timeZone,
      isOwner: people.isOwner,
      createdAt: people.createdAt,
    }
    const [profile] = await tx.select(columns).from(people).where(eq(people.id, personId))
    if (!profile) throw notFound()
    return profile
  },
})

/** Where one is signed in, the latest first. */
export const ownSessions = query({
  name: 'people.ownSessions',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: ({ tx }, _input, { personId }) =>
    tx
      .select({
        sessionId: sessions.id,
        startedAt: sessions.startedAt,
        browser: sessions.browser,
        by: sessions.by,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, personId), gt(sessions.expires, sql`now()`)))
      .orderBy(desc(sessions.startedAt)),
})
