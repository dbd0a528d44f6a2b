import type { Subject } from '@/domain/access/actor'
import { notFound } from '@/server/kernel/problem'
import type { Context } from '@/server/kernel/context'

/** The account of whoever asks; null when nobody is signed in. */
export async function loadOwnAccount({ actor }: Context) {
  if (actor.kind !== 'person') return null
  return {
    subject: { kind: 'account', personId: actor.personId } satisfies Subject,
    personId: actor.personId,
  }
}

/** The person who asks, as themselves; null when nobody is signed in. */
export async function loadOwnPerson(context: Context) {
  const found = await loadOwnAccount(context)
  return found && context.actor.kind === 'person' ? { ...found, person: context.actor } : null
}

/** The desk as a whole, as what permission is asked about. */
export const loadInstance = async () => ({ subject: { kind: 'instance' } satisfies Subject })

/** The person who acts, in an operation that only people can reach. */
export function actingPersonId({ actor }: Context): string {
  if (actor.kind !== 'person') throw notFound()
  return actor.personId
}
