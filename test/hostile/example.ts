import type { Actor } from '@/domain/access/actor'
import type { HostileWorld } from './world'

/** A valid input of an operation by somebody who may send it; fields nothing else names are filled as well where they are texts. */
export interface Example {
  as: Actor
  input: Record<string, unknown>
  /** Fields the desk itself fills with what it made: never words of somebody else. */
  ownFields?: readonly string[]
  /** What the example itself is answered where it cannot be done on this desk. */
  refusal?: 'refused' | 'not_found' | 'conflict' | 'invalid'
}

/** Examples by the name of their operation; what must have happened before is done when one is asked for, and undone after it. */
export type Examples = Record<string, (world: HostileWorld) => Example | Promise<Example>>
