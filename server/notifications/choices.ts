import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { notificationChoices } from '@/db/schema'
import {
  choosableKinds,
  hasConsole,
  usualChannels,
  type ChoosableKind,
} from '@/domain/notifications/choosable-kinds'
import type { Channels } from '@/domain/notifications/team-news'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'

export type OwnChoices = Record<ChoosableKind, Channels>

/** How one is told of each kind. */
export const ownChoices = query({
  name: 'notifications.ownChoices',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async ({ tx }, _input, { personId }): Promise<OwnChoices> => {
    const chosen = await tx
      .select()
      .from(notificationChoices)
      .where(eq(notificationChoices.personId, personId))
    return Object.fromEntries(
      choosableKinds.map((kind) => {
        const own = chosen.find((one) => one.kind === kind)
        return [kind, own ? { console: own.console, mail: own.mail } : usualChannels(kind)]
      }),
    ) as OwnChoices
  },
})

/** What a person chose about one kind; undefined: as usual. */
export async function chosenChannels(
  { tx }: Pick<Context, 'tx'>,
  personId: string,
  kind: ChoosableKind,
): Promise<Channels | undefined> {
  const [chosen] = await tx
    .select({ console: notificationChoices.console, mail: notificationChoices.mail })
    .from(notificationChoices)
    .where(and(eq(notificationChoices.personId, personId), eq(notificationChoices.kind, kind)))
  return chosen
}

const ticked = z.array(z.enum(choosableKinds, 'Load the page again: a kind is not known.'))

/** Chooses how one is told: the kinds that stand in the console's list, and those that come by mail. Only what differs from the usual is stored. */
export const chooseNotifications = command({
  name: 'notifications.choose',
  input: z.object({ console: ticked, mail: ticked }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, given, { personId }) => {
    const different = choosableKinds.flatMap((kind) => {
      const usual = usualChannels(kind)
      const wanted = {
        console: hasConsole(kind) && given.console.includes(kind),
        mail: given.mail.includes(kind),
      }
      const isUsual = wanted.console === usual.console && wanted.mail === usual.mail
      return isUsual ? [] : [{ personId, kind, ...wanted }]
    })
    await context.tx.delete(notificationChoices).where(eq(notificationChoices.personId, personId))
    if (different.length > 0) await context.tx.insert(notificationChoices).values(different)
    await recordInstanceEvent(context, 'notifications_chosen', { personId })
  },
})
