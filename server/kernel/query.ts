import type { z } from 'zod'
import { getDatabase } from './database'
import { now } from './clock'
import {
  atTheDoor,
  operations,
  perform,
  type Count,
  type Definition,
  type Loaded,
  type Operation,
} from './operation'

/** Declares a read: parse → load in scope (404) → may (403) → run. Values it returns are plain JSON. */
export function query<Schema extends z.ZodType, Found extends Loaded, Output>(
  definition: Definition<Schema, Found, Output>,
): Operation<z.input<Schema>, Output> {
  const { name, may, input: schema } = definition
  const operation = { name, kind: 'query', may, input: schema } as const
  operations.set(name, operation)
  return Object.assign(
    (actor: Parameters<Operation<never, Output>>[0], input: z.input<Schema>, count?: Count) =>
      atTheDoor(name, async () => {
        const { db } = await getDatabase()
        return perform(definition, { actor, now: now(), tx: db }, input, count?.(db))
      }),
    { operation },
  )
}
