import type { Tx } from './connection'

/**
 * A statement whose text is built once and then only filled in: building it costs more than sending it. `build` names what changes
 * by `sql.placeholder`; `name` is unique, because PostgreSQL keeps the parsed statement under it for the connection.
 * Inside a transaction it is built for that transaction.
 */
export function statement<Prepared>(
  name: string,
  build: (tx: Tx) => { prepare(name: string): Prepared },
): (tx: Tx) => Prepared {
  const built = new WeakMap<Tx, Prepared>()
  return (tx) => {
    const known = built.get(tx) ?? build(tx).prepare(name)
    built.set(tx, known)
    return known
  }
}
