import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notifications } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { loadOwnAccount } from '@/server/people/load-account'

/** Marks what one was told about incoming mail as read: one has looked at the list, and is told of what comes after. */
export const markMailRead = command({
  name: 'notifications.markMailRead',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async ({ tx, now }, _input, { personId }) => {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.personId, personId),
          eq(notifications.kind, 'mail_waits'),
          isNull(notifications.readAt),
        ),
      )
  },
})
