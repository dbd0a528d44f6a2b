import { and, eq, inArray, isNull } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import { channelsOf } from '@/domain/notifications/team-news'
import { tellPerson } from '@/server/cases/notices'
import { ownersOf } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'
import { chosenChannels } from '@/server/notifications/choices'

/**
 * Tells the owners that mail waits for them. Whoever has not read the last such news is not told again; who wants it by mail alone,
 * where nobody knows what was read, is told once a day.
 */
export async function tellOwnersOfMail(context: Context, mailId: string): Promise<void> {
  const owners = await ownersOf(context)
  const unread = await context.tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(
      and(
        inArray(
          notifications.personId,
          owners.map(({ personId }) => personId),
        ),
        eq(notifications.kind, 'mail_waits'),
        isNull(notifications.readAt),
      ),
    )
  for (const owner of owners) {
    if (unread.some(({ personId }) => personId === owner.personId)) continue
    const chosen = await chosenChannels(context, owner.personId, 'mail_waits')
    const about = channelsOf('mail_waits', chosen).console ? mailId : context.now.slice(0, 10)
    await tellPerson(context, { incomingMail: true }, owner, 'mail_waits', { about })
  }
}
