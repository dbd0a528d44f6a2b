import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { notFound } from '@/server/kernel/problem'
import { loadOwnAccount } from './load-account'

/** Ends one of one's own sessions: whoever holds it is signed out at their next request. */
export const endSession = command({
  name: 'people.endSession',
  input: z.object({ sessionId: z.uuid('Pick a session.') }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, { sessionId }, { personId }) => {
    const ended = await context.tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, personId)))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw notFound()
    await recordInstanceEvent(context, 'sessions_ended', { personId })
    return { ended: ended.length }
  },
})

/** Ends all of one's own sessions but the one named, which is the one that asks. */
export const endOtherSessions = command({
  name: 'people.endOtherSessions',
  input: z.object({ sessionId: z.uuid() }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, { sessionId }, { personId }) => {
    const ended = await context.tx
      .delete(sessions)
      .where(and(eq(sessions.userId, personId), ne(sessions.id, sessionId)))
      .returning({ id: sessions.id })
    if (ended.length > 0) await recordInstanceEvent(context, 'sessions_ended', { personId })
    return { ended: ended.length }
  },
})
