import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { utcText } from '@/lib/utc-text'
import { tellPerson } from '@/server/cases/notices'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { loadPerson } from './load-person'
import { absenceFields, clearAbsence, storeAbsence } from './store-absence'

const who = { personId: z.uuid('Pick a person.') }

/**
 * Says for somebody else, such as who fell ill, from when until when they are away and who takes what comes meanwhile: a lead for the
 * members of the projects they lead, with stand-ins there; an owner everywhere. They are told, and can change or end it.
 */
export const setAbsenceOf = command({
  name: 'people.setAbsenceOf',
  input: z.object({ ...who, ...absenceFields }).catchall(z.unknown()),
  may: 'set_absence_of',
  load: (context, { personId }) => loadPerson(context, personId),
  run: async (context, given, { person }) => {
    const set = await storeAbsence(context, person, given)
    await tellAbsentee(
      context,
      person.personId,
      `set that you are away from ${utcText(set.startsAt)} until ${utcText(set.endsAt)}`,
    )
    return set
  },
})

/** Ends somebody else's absence: they are back, or do not leave after all. They are told. */
export const endAbsenceOf = command({
  name: 'people.endAbsenceOf',
  input: z.object(who),
  may: 'set_absence_of',
  load: (context, { personId }) => loadPerson(context, personId),
  run: async (context, { personId }) => {
    await clearAbsence(context, personId)
    await tellAbsentee(context, personId, 'ended your absence: what comes is sent to you again')
  },
})

async function tellAbsentee(context: Context, personId: string, did: string): Promise<void> {
  const { tx, actor } = context
  const [person] = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId))
  if (!person || actor.kind !== 'person') return
  const more = [`${actor.name} ${did}.`, 'You can change or end this in your account.']
  await tellPerson(context, { ownAccount: true }, person, 'absence_changed', { more })
}
