import { parseArgs } from 'node:util'

export type Engine = 'pglite' | 'postgres'

export interface Options {
  /** Ascending. */
  sizes: number[]
  engines: Engine[]
  /** How many requests are measured of each kind. */
  requests: number
  /** How many servers are measured one after the other over PostgreSQL, each over the same filled desk. */
  rounds: number
}

const usage =
  'npm run bench -- [--quick] [--cases 1000,10000,100000] [--engine pglite,postgres] [--requests 400] [--rounds 5]'

/** What the command line asks for. Throws with the usage when it asks for nonsense. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      cases: { type: 'string' },
      engine: { type: 'string', default: 'pglite,postgres' },
      requests: { type: 'string', default: '400' },
      rounds: { type: 'string' },
    },
  })
  const sizes = (values.cases ?? (values.quick ? '1000' : '1000,10000,100000')).split(',').map(Number)
  const engines = values.engine.split(',')
  const requests = Number(values.requests)
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5))
  const isSound =
    [...sizes, requests, rounds].every((number) => Number.isInteger(number) && number > 0) &&
    engines.every((engine) => engine === 'pglite' || engine === 'postgres')
  if (!isSound) throw new Error(`Usage: ${usage}`)
  return { sizes: sizes.toSorted((a, b) => a - b), engines: engines as Engine[], requests, rounds }
}
