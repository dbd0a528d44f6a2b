import type { Tx } from './connection'
import { byName, inline, statement, type Put } from './statement'

interface Builds {
  prepare(name: string): { execute(values: Record<string, unknown>): unknown }
  execute(): unknown
}

/** So many texts are kept for the process's life; what is asked in yet another shape is built for that one time. */
const mostShapes = 200

/**
 * A statement that has other parts for other readers: its text is built once for each set of values its parts name, as that of a
 * `statement`. `kind` tells apart what names the same.
 */
export function shapedStatement<Parts, Built extends Builds>(
  name: string,
  build: (tx: Tx, parts: Parts) => Built,
) {
  type Result = ReturnType<ReturnType<Built['prepare']>['execute']>
  const shapes = new Map<string, (tx: Tx) => ReturnType<Builds['prepare']>>()
  return (tx: Tx, kind: string, partsBy: (put: Put) => Parts): Result => {
    const { put, values } = byName()
    const parts = partsBy(put)
    const shape = [kind, ...Object.keys(values)].join()
    const known = shapes.get(shape)
    if (!known && shapes.size >= mostShapes) return build(tx, partsBy(inline)).execute() as Result
    const built = known ?? statement(`${name}_${shapes.size}`, (within) => build(within, parts))
    shapes.set(shape, built)
    return built(tx).execute(values) as Result
  }
}
