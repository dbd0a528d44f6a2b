import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from './connection'

/**
 * A statement whose text is built once and then only filled in: building it costs more than sending it. `build` names what changes
 * by `sql.placeholder`; `name` is unique, for whoever reads a trace: a connection keeps what is parsed by its text.
 * Inside a transaction it is built for that transaction. `build` stands on it as well, to be joined with others (`together`).
 */
export function statement<Built extends { prepare(name: string): unknown }>(
  name: string,
  build: (tx: Tx) => Built,
): ((tx: Tx) => ReturnType<Built['prepare']>) & { build: (tx: Tx) => Built } {
  const built = new WeakMap<Tx, ReturnType<Built['prepare']>>()
  const prepared = (tx: Tx) => {
    const known = built.get(tx) ?? (build(tx).prepare(name) as ReturnType<Built['prepare']>)
    built.set(tx, known)
    return known
  }
  return Object.assign(prepared, { build })
}

/** How a condition puts a value into its statement, under a name that stands in it for this one value. */
export type Put = (name: string, value: unknown) => SQL

/** The value itself, for a statement that is built anew each time. */
export const inline: Put = (_name, value) => sql`${value}`

/** By name, for a statement that is built once: `values` is what to execute it with. */
export function byName(): { put: Put; values: Record<string, unknown> } {
  const values: Record<string, unknown> = {}
  const put: Put = (name, value) => {
    values[name] = value
    return sql`${sql.placeholder(name)}`
  }
  return { put, values }
}
