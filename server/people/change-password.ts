import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { people, sessions } from '@/db/schema'
import { hourMs, plusMs } from '@/lib/instant'
import { passwordMatches } from '@/server/auth/password-hash'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid, notFound } from '@/server/kernel/problem'
import { loadOwnAccount } from './load-account'
import { newPasswordHash } from './new-account'

/**
 * Sets a new password and ends every other session. Asks for the current one, unless this session began with a mailed link
 * in the last hour: that is the way for somebody who forgot it.
 */
export const changePassword = command({
  name: 'people.changePassword',
  input: z.object({
    sessionId: z.uuid(),
    currentPassword: z.string().max(1024).optional().default(''),
    newPassword: z.string({ error: 'Choose a new password.' }),
  }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, { sessionId, currentPassword, newPassword }, { personId }) => {
    const { tx, now } = context
    const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update')
    const isOwn = and(eq(sessions.id, sessionId), eq(sessions.userId, personId))
    const [session] = await tx.select().from(sessions).where(isOwn)
    if (!person || !session) throw notFound()
    const provedByMail = session.by === 'mail' && plusMs(session.startedAt, hourMs) > now
    if (!provedByMail && !(await passwordMatches(person.passwordHash, currentPassword)))
      throw invalid({ currentPassword: ['This is not your current password.'] })
    const passwordHash = await newPasswordHash(newPassword, person.email, 'newPassword')
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
    await tx.delete(sessions).where(and(eq(sessions.userId, personId), ne(sessions.id, sessionId)))
    await recordInstanceEvent(context, 'password_changed', { personId })
    return { personId }
  },
})
