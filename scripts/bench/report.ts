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

/** One run as a table in Markdown. The ratio is of processor time to the floor's; for sending a report, of requests per second. */
export function runTable({ engine, cases, floors, measured, memoryMb }: Run, smallest: Run | null): string {
  const line = (result: Measured, ratio: string, growth: string) =>
    `| ${[result.name, number(result.perSecond, 0), number(result.p50Ms), number(result.p99Ms), number(result.cpuMs, 2), ratio, growth].join(' | ')} |`
  const rows = measured.map(({ load, result }) => {
    const floor = floors[load.floor]
    const ratio = load.submits
      ? `${number(result.perSecond / floor.perSecond, 2)} of the rate`
      : `${number(result.cpuMs / floor.cpuMs, 2)} ×`
    const first = smallest?.measured.find((one) => one.load.name === load.name)?.result
    return line(result, ratio, first ? `${number(result.cpuMs / first.cpuMs, 2)} ×` : '')
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
