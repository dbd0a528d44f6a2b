import os from 'node:os'
import type { Load, Measured } from './measure'
import { median } from './median'
import type { Engine } from './options'

/** What was measured of one server. */
export interface Round {
  floors: Record<'page' | 'route', Measured>
  measured: { load: Load; result: Measured }[]
  memoryMb: number
}

/** What was measured over one engine with one number of cases. */
export interface Run {
  engine: Engine
  cases: number
  /** All of the same loads. */
  rounds: Round[]
}

const number = (value: number, digits = 1): string => value.toFixed(digits)

/** The machine, in one line. */
export function machineLine(): string {
  const [cpu] = os.cpus()
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3)
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${gigabytes} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}`
}

/**
 * In each round, processor time as a multiple of the floor's; for what is sent, requests per second as a share of its. Compared
 * within its round, because the machine may be slower in another.
 */
const ratiosOf = ({ rounds }: Run, { name, floor, submits }: Load): number[] =>
  rounds.map(({ floors, measured }) => {
    const result = measured.find(({ load }) => load.name === name)?.result
    if (!result) throw new Error(`${name} was not measured in every round.`)
    return submits ? result.perSecond / floors[floor].perSecond : result.cpuMs / floors[floor].cpuMs
  })

/** What the rounds gave for one load: the middle of each figure. */
const middle = (results: readonly Measured[]): Measured => {
  const of = (figure: keyof Omit<Measured, 'name'>) => median(results.map((result) => result[figure]))
  return {
    name: results[0]?.name ?? '',
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    cpuMs: of('cpuMs'),
  }
}

/**
 * Processor time, in floors, as a multiple of that with the fewest cases; null: these are the fewest. The floor knows no cases:
 * whatever it costs more in a later run is the machine's, which was slower then.
 */
function growthOf(run: Run, load: Load, smallest: Run | null): number | null {
  if (!smallest) return null
  const byProcessor = { ...load, submits: false }
  return median(ratiosOf(run, byProcessor)) / median(ratiosOf(smallest, byProcessor))
}

const mostGrowth = 1.3
const mostMemoryMb = 400

/** Each figure that was to be reached and was not, in a sentence: ratios and growth over PostgreSQL, memory over the built-in database. */
export function missedLimits(run: Run, smallest: Run | null): string[] {
  if (run.engine === 'pglite') {
    const memoryMb = memoryOf(run)
    return memoryMb > mostMemoryMb
      ? [`it holds ${number(memoryMb, 0)} MB at rest; at most ${mostMemoryMb} MB.`]
      : []
  }
  return loadsOf(run).flatMap((load) => {
    const { limit, submits } = load
    if (limit === undefined) return []
    const ratio = median(ratiosOf(run, load))
    const growth = growthOf(run, load, smallest) ?? 1
    return [
      ...(submits && ratio < limit
        ? [`${load.name} goes at ${number(ratio, 2)} of the floor’s rate; at least ${limit}.`]
        : []),
      ...(!submits && ratio > limit
        ? [`${load.name} costs ${number(ratio, 2)} times its floor; at most ${limit}.`]
        : []),
      ...(growth > mostGrowth
        ? [
            `${load.name} costs ${number(growth, 2)} times what it did with the fewest cases; at most ${mostGrowth}.`,
          ]
        : []),
    ]
  })
}

const loadsOf = ({ rounds }: Run): Load[] => rounds[0]?.measured.map(({ load }) => load) ?? []
const memoryOf = ({ rounds }: Run): number => median(rounds.map(({ memoryMb }) => memoryMb))

/** The ratios of all rounds: the one in the middle counts, the lowest and the highest tell how sure it is. */
function ratioSaid(ratios: number[], { submits }: Load): string {
  const said = `${number(median(ratios), 2)}${submits ? ' of the rate' : ' ×'}`
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => number(ratio, 2))
  return ratios.length === 1 ? said : `${said} (${least} to ${most})`
}

/**
 * One run as a table in Markdown, of the middle of each figure. The ratio is of processor time to the floor's; for sending a
 * report, of requests per second.
 */
export function runTable(run: Run, smallest: Run | null): string {
  const line = (result: Measured, ratio: string, growth: string) =>
    `| ${[result.name, number(result.perSecond, 0), number(result.p50Ms), number(result.p99Ms), number(result.cpuMs, 2), ratio, growth].join(' | ')} |`
  const floorLine = (floor: 'page' | 'route') =>
    line(middle(run.rounds.map(({ floors }) => floors[floor])), 'floor', '')
  const rows = loadsOf(run).map((load) => {
    const results = run.rounds.flatMap(({ measured }) =>
      measured.filter((one) => one.load.name === load.name).map(({ result }) => result),
    )
    const growth = growthOf(run, load, smallest)
    return line(
      middle(results),
      ratioSaid(ratiosOf(run, load), load),
      growth === null ? '' : `${number(growth, 2)} ×`,
    )
  })
  return [
    `### ${run.engine === 'pglite' ? 'Built-in database' : 'PostgreSQL'}, ${run.cases.toLocaleString('en')} cases`,
    '',
    '| what | requests/s | p50 ms | p99 ms | server CPU ms | to its floor | growth |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    floorLine('page'),
    floorLine('route'),
    ...rows,
    '',
    `Memory at rest: ${number(memoryOf(run), 0)} MB.`,
    '',
  ].join('\n')
}
