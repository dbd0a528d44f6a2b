import type { SQL } from 'drizzle-orm'
import type { Tx } from './connection'
import { byName, statement, type Put } from './statement'

type Prepared = { execute(values: Record<string, unknown>): unknown }

/**
 * A statement whose condition has other parts for other readers: its text is built once for each set of values the condition names, as
 * that of a `statement`. `kind` tells conditions apart that name the same.
 */
export function shapedStatement<Built extends { prepare(name: string): Prepared }>(
  name: string,
  build: (tx: Tx, where: SQL | undefined) => Built,
) {
  type Result = ReturnType<ReturnType<Built['prepare']>['execute']>
  const shapes = new Map<string, (tx: Tx) => Prepared>()
  return (tx: Tx, kind: string, condition: (put: Put) => SQL | undefined): Result => {
    const { put, values } = byName()
    const where = condition(put)
    const shape = [kind, ...Object.keys(values)].join()
    const built = shapes.get(shape) ?? statement(`${name}_${shapes.size}`, (within) => build(within, where))
    shapes.set(shape, built)
    return built(tx).execute(values) as Result
  }
}
