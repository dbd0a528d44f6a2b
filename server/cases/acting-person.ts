import type { Actor } from '@/domain/access/actor'
import { forbidden } from '@/server/kernel/problem'

/** The person who acts; commands that somebody must answer for by name refuse everyone else. */
export function actingPerson(actor: Actor): Extract<Actor, { kind: 'person' }> {
  if (actor.kind !== 'person') throw forbidden('Only a person of the team can do this.')
  return actor
}
