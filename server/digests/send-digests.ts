import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { digests, people } from '@/db/schema'
import { digestHorizon, digestsOn, type DigestKind } from '@/domain/digests/digest-day'
import { dailyDigest, weeklyDigest } from '@/domain/digests/digest-text'
import { usualChannels } from '@/domain/notifications/choosable-kinds'
import { loadPersonActor } from '@/server/auth/person-actor'
import { command } from '@/server/kernel/command'
import { environment } from '@/server/kernel/environment'
import { notFound } from '@/server/kernel/problem'
import { sendMail } from '@/server/mail/send-mail'
import { chosenChannels } from '@/server/notifications/choices'
import { absencesNow } from '@/server/people/absences-now'
import { loadInstance } from '@/server/people/load-account'
import { calendarsOf } from './calendars-of'
import { duePromises } from './due-promises'
import { stuckCases } from './stuck-cases'

/**
 * Makes the digests of one person's morning, once: the day is claimed in the same transaction that writes the mails, also where there is
 * nothing to say. Whoever is away gets none; who stands in for them finds the promises in theirs.
 */
export const sendDigests = command({
  name: 'digests.send',
  input: z.object({ personId: z.uuid(), day: z.iso.date() }),
  may: 'send_digests',
  load: loadInstance,
  run: async (context, { personId, day }) => {
    const { tx, now } = context
    const [person] = await tx
      .select({ name: people.name, email: people.email, timeZone: people.timeZone })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.removedAt)))
    const reader = await loadPersonActor(tx, personId)
    if (!person || !reader) throw notFound()
    const [claimed] = await tx
      .insert(digests)
      .values({ personId, day, at: now })
      .onConflictDoNothing()
      .returning({ day: digests.day })
    const away = await absencesNow(context)
    if (!claimed || away.awayIds.includes(personId)) return { sent: [] }

    const calendars = await calendarsOf(context, reader)
    const told = { now, timeZone: person.timeZone, baseUrl: environment().BASE_URL }
    const sent: DigestKind[] = []
    for (const kind of digestsOn(day, calendars)) {
      const choice = `${kind}_digest` as const
      const channels = (await chosenChannels(context, personId, choice)) ?? usualChannels(choice)
      if (!channels.mail) continue
      const until = digestHorizon(day, person.timeZone, calendars)
      const digest =
        kind === 'daily'
          ? dailyDigest(await duePromises(context, reader, away, until), told)
          : weeklyDigest(await stuckCases(context, reader), told)
      if (digest === null) continue
      const occasion = `${choice}:${personId}:${day}`
      await sendMail(context, {
        occasion,
        recipient: { name: person.name, address: person.email },
        ...digest,
      })
      sent.push(kind)
    }
    return { sent }
  },
})
