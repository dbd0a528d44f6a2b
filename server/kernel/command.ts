import type { z } from 'zod'
import { getDatabase } from './database'
import { now } from './clock'
import { againWhenLost } from './lost-transaction'
import {
  atTheDoor,
  operations,
  perform,
  type Count,
  type Definition,
  type Loaded,
  type Operation,
} from './operation'

/**
 * Declares a change: parse → transaction → load in scope (404) → may (403) → run → commit.
 * `run` changes rows, records the event and enqueues the jobs through the context's transaction; if one fails, none happened.
 */
export function command<Schema extends z.ZodType, Found extends Loaded, Output>(
  definition: Definition<Schema, Found, Output>,
): Operation<z.input<Schema>, Output> {
  const { name, may, input: schema } = definition
  const operation = { name, kind: 'command', may, input: schema } as const
  operations.set(name, operation)
  return Object.assign(
    (actor: Parameters<Operation<never, Output>>[0], input: z.input<Schema>, count?: Count) =>
      atTheDoor(name, async () => {
        const database = await getDatabase()
        let counted: Promise<void> | undefined
        return againWhenLost(() =>
          database.transaction(
            (tx) => perform(definition, { actor, now: now(), tx }, input, counted),
            // A transaction that is done again is the same try.
            count && ((db) => (counted ??= count(db))),
          ),
        )
      }),
    { operation },
  )
}
