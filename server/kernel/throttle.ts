import { sql } from 'drizzle-orm'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { Tx } from '@/db/connection'
import { rateLimits } from '@/db/schema'
import { statement } from '@/db/statement'
import { getDatabase } from './database'
import { tooMany } from './problem'
import { vault } from './vault'

export interface Throttle {
  /** Counts one try. Throws ProblemError `too_many` when they are used up. `db`: where to, if not through the kernel's own way. */
  spend(key: string, db?: Tx): Promise<void>
  /** Takes back what was counted, e.g. after the right password. */
  forget(key: string): Promise<void>
}

const { key: keyColumn, points, expire } = rateLimits
const isExpired = sql`${expire} <= ${sql.placeholder('now')}`

const countTry = statement('count_try', (db) =>
  db
    .insert(rateLimits)
    .values({
      key: sql.placeholder('key'),
      points: sql.placeholder('points'),
      expire: sql.placeholder('expire'),
    })
    .onConflictDoUpdate({
      target: keyColumn,
      set: {
        points: sql`case when ${isExpired} then excluded.points else ${points} + excluded.points end`,
        expire: sql`case when ${isExpired} then excluded.expire else ${expire} end`,
      },
    })
    .returning(),
)

/** The library's limiter, whose count is asked at once and by a statement that is built once. */
class Limiter extends RateLimiterDrizzle {
  constructor(
    private readonly db: Tx,
    options: { keyPrefix: string; points: number; duration: number },
  ) {
    super({ storeClient: db, schema: rateLimits, clearExpiredByTimeout: false, ...options })
  }

  async _upsert(key: string, points: number, milliseconds: number) {
    const now = Date.now()
    const [row] = await countTry(this.db).execute({
      key,
      points,
      now: new Date(now),
      expire: new Date(now + milliseconds),
    })
    return row
  }
}

/**
 * At most `tries` per key in `perSeconds`, counted in the database and so over all processes. Keys are stored as keyed
 * hashes: the table names nobody. Never counted within a command's transaction, or a refusal would undo its own count.
 */
export function throttle(
  name: string,
  { tries, perSeconds }: { tries: number; perSeconds: number },
): Throttle {
  const limiters = new WeakMap<Tx, Limiter>()
  const limiterOf = (db: Tx) => {
    const known = limiters.get(db)
    if (known) return known
    const made = new Limiter(db, { keyPrefix: name, points: tries, duration: perSeconds })
    limiters.set(db, made)
    return made
  }
  const kernelDb = async () => (await getDatabase()).db
  const keyOf = (key: string) => vault().keyedHash(`throttle.${name}`, key)
  return {
    async spend(key, db) {
      try {
        await limiterOf(db ?? (await kernelDb())).consume(keyOf(key))
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) throw spent
        throw tooMany(Math.max(1, Math.ceil(spent.msBeforeNext / 1000)))
      }
    },
    async forget(key) {
      await limiterOf(await kernelDb()).delete(keyOf(key))
    },
  }
}
