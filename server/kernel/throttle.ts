import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { Tx } from '@/db/connection'
import { rateLimits } from '@/db/schema'
import { getDatabase } from './database'
import { tooMany } from './problem'
import { vault } from './vault'

export interface Throttle {
  /** Counts one try. Throws ProblemError `too_many` when they are used up. */
  spend(key: string): Promise<void>
  /** Takes back what was counted, e.g. after the right password. */
  forget(key: string): Promise<void>
}

/**
 * At most `tries` per key in `perSeconds`, counted in the database and so over all processes. Keys are stored as keyed
 * hashes: the table names nobody. Call it outside a command's transaction, or a refusal would undo its own count.
 */
export function throttle(
  name: string,
  { tries, perSeconds }: { tries: number; perSeconds: number },
): Throttle {
  const limiters = new WeakMap<Tx, RateLimiterDrizzle>()
  const limiter = async () => {
    const { db } = await getDatabase()
    const known = limiters.get(db)
    if (known) return known
    const made = new RateLimiterDrizzle({
      storeClient: db,
      schema: rateLimits,
      keyPrefix: name,
      points: tries,
      duration: perSeconds,
      clearExpiredByTimeout: false,
    })
    limiters.set(db, made)
    return made
  }
  const keyOf = (key: string) => vault().keyedHash(`throttle.${name}`, key)
  return {
    async spend(key) {
      try {
        await (await limiter()).consume(keyOf(key))
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) throw spent
        throw tooMany(Math.max(1, Math.ceil(spent.msBeforeNext / 1000)))
      }
    },
    async forget(key) {
      await (await limiter()).delete(keyOf(key))
    },
  }
}
