import type { Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import { loadPersonActor } from '@/server/auth/person-actor'
import type { Context } from '@/server/kernel/context'

/** Somebody of the desk and what they are; null where whoever asks has no project in common with them. */
export async function loadPerson({ tx, actor }: Context, personId: string) {
  const person = await loadPersonActor(tx, personId)
  if (!person) return null
  const subject = {
    kind: 'person',
    personId,
    projectIds: Object.keys(person.roles),
  } satisfies Subject
  return sees(actor, subject) ? { subject, person } : null
}
