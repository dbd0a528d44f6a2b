import type { Actor } from '@/domain/access/actor'
import type { Tx } from '@/db/connection'
import type { Instant } from '@/lib/instant'

/** What every operation is given: who acts, when, and the one way to the rows. */
export interface Context {
  actor: Actor
  now: Instant
  tx: Tx
}
