import os from 'node:os'
import type { Load, Measured } from './measure'
import type { Engine } from './options'

/** What was measured over one engine with one number of cases. */
export interface Run {
  engine: Engine
  cases: number
  floors: Record<'page' | 'route', Measured>
  measured: { load: Load; result: Measured }[]
  memoryMb: number
}

const number = (value: number, digits = 1): string => value.toFixed(digits)

/** The machine, in one line. */
export function machineLine(): string {
  const [cpu] = os.cpus()
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3)
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${gigabytes} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}`
}

/** Processor time as a multiple of the floor's; for what is sent, requests per second as a share of its. */
const ratioTo = (floor: Measured, { submits }: Load, result: Measured): number =>
  submits ? result.perSecond / floor.perSecond : result.cpuMs / floor.cpuMs

/**
 * Processor time, in floors of its run, as a multiple of that with the fewest cases; null: these are the fewest. The floor knows no
 * cases: whatever it costs more in a later run is the machine's, which was slower then.
 */
function growthOf(
  { floors }: Run,
  { load, result }: Run['measured'][number],
  smallest: Run | null,
): number | null {
  const first = smallest?.measured.find(({ load: { name } }) => name === load.name)?.result
  if (!smallest || !first) return null
  return result.cpuMs / floors[load.floor].cpuMs / (first.cpuMs / smallest.floors[load.floor].cpuMs)
}

const mostGrowth = 1.3
const mostMemoryMb = 400

/** Each figure that was to be reached and was not, in a sentence: ratios and growth over PostgreSQL, memory over the built-in database. */
export function missedLimits(run: Run, smallest: Run | null): string[] {
  const { engine, floors, measured, memoryMb } = run
  if (engine === 'pglite')
    return memoryMb > mostMemoryMb
      ? [`it holds ${number(memoryMb, 0)} MB at rest; at most ${mostMemoryMb} MB.`]
      : []
  return measured.flatMap((one) => {
    const { load, result } = one
    const { limit, submits } = load
    if (limit === undefined) return []
    const ratio = ratioTo(floors[load.floor], load, result)
    const growth = growthOf(run, one, smallest) ?? 1
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

/** One run as a table in Markdown. The ratio is of processor time to the floor's; for sending a report, of requests per second. */
export function runTable(run: Run, smallest: Run | null): string {
  const { engine, cases, floors, measured, memoryMb } = run
  const line = (result: Measured, ratio: string, growth: string) =>
    `| ${[result.name, number(result.perSecond, 0), number(result.p50Ms), number(result.p99Ms), number(result.cpuMs, 2), ratio, growth].join(' | ')} |`
  const rows = measured.map((one) => {
    const { load, result } = one
    const floor = floors[load.floor]
    const ratio = number(ratioTo(floor, load, result), 2)
    const growth = growthOf(run, one, smallest)
    return line(
      result,
      load.submits ? `${ratio} of the rate` : `${ratio} ×`,
      growth === null ? '' : `${number(growth, 2)} ×`,
    )
  })
  return [
    `### ${engine === 'pglite' ? 'Built-in database' : 'PostgreSQL'}, ${cases.toLocaleString('en')} cases`,
    '',
    '| what | requests/s | p50 ms | p99 ms | server CPU ms | to its floor | growth |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    line(floors.page, 'floor', ''),
    line(floors.route, 'floor', ''),
    ...rows,
    '',
    `Memory at rest: ${number(memoryMb, 0)} MB.`,
    '',
  ].join('\n')
}
