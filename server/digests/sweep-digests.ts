import { isNull } from 'drizzle-orm'
import { z } from 'zod'
import { digests, people } from '@/db/schema'
import { morningOf } from '@/domain/digests/digest-day'
import { inArray } from 'drizzle-orm'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { loadInstance } from '@/server/people/load-account'

/** Finds the people whose morning it is and whose digests were not made yet. Its window is everybody, from 08:00 to noon of their day. */
export const sweepDigests = command({
  name: 'digests.sweep',
  input: z.object({}),
  may: 'send_digests',
  load: loadInstance,
  run: async (context) => {
    const { tx, now } = context
    const everybody = await tx
      .select({ personId: people.id, timeZone: people.timeZone })
      .from(people)
      .where(isNull(people.removedAt))
    const mornings = everybody.flatMap(({ personId, timeZone }) => {
      const day = morningOf(now, timeZone)
      return day === null ? [] : [{ personId, day }]
    })
    const days = [...new Set(mornings.map(({ day }) => day))]
    const made =
      days.length === 0
        ? []
        : await tx
            .select({ personId: digests.personId, day: digests.day })
            .from(digests)
            .where(inArray(digests.day, days))
    const done = new Set(made.map(({ personId, day }) => `${personId} ${day}`))
    const waiting = mornings.filter(({ personId, day }) => !done.has(`${personId} ${day}`))
    for (const one of waiting) await enqueue(context, 'digests.send', one)
    log('info', 'digests_swept', { until: now, people: waiting.length })
    return { people: waiting.length }
  },
})
