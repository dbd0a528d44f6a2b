import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { notifications } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { command } from '@/server/kernel/command'
import { notFound } from '@/server/kernel/problem'
import { caseName, loadCase } from '@/server/cases/load-case'
import { loadOwnAccount } from '@/server/people/load-account'

/** Marks one of one's own notifications as read. Read already, it stays so. */
export const markRead = command({
  name: 'notifications.markRead',
  input: z.object({ notification: z.uuid('Load the page again: the notification is not there.') }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async ({ tx, now }, { notification }, { personId }) => {
    const mine = and(eq(notifications.id, notification), eq(notifications.personId, personId))
    const [found] = await tx.select({ readAt: notifications.readAt }).from(notifications).where(mine)
    if (!found) throw notFound()
    if (found.readAt === null) await tx.update(notifications).set({ readAt: now }).where(mine)
  },
})

/** Marks those of one's unread notifications as read; all of them unless said which. Returns how many there were. */
async function readNow({ tx, now }: Context, personId: string, which?: SQL): Promise<number> {
  const read = await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt), which))
    .returning({ id: notifications.id })
  return read.length
}

/** Marks all of one's own notifications as read; returns how many were not. */
export const markAllRead = command({
  name: 'notifications.markAllRead',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, _input, { personId }) => ({ read: await readNow(context, personId) }),
})

/** Marks what one was told about a case as read: one has opened it. */
export const markCaseRead = command({
  name: 'notifications.markCaseRead',
  input: z.object({ case: caseName }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, { case: named }, { personId }) => {
    const found = await loadCase(context, named)
    if (!found) throw notFound()
    await readNow(context, personId, eq(notifications.caseId, found.case.id))
  },
})

/** Marks what one was told about alerts as read: one has looked at them. */
export const markAlertsRead = command({
  name: 'notifications.markAlertsRead',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, _input, { personId }) => {
    await readNow(context, personId, eq(notifications.kind, 'alert_arrived'))
  },
})

/** Marks what one was told about incoming mail as read: one has looked at the list, and is told of what comes after. */
export const markMailRead = command({
  name: 'notifications.markMailRead',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, _input, { personId }) => {
    await readNow(context, personId, eq(notifications.kind, 'mail_waits'))
  },
})
