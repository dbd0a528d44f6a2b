import { demoPassword } from '../demo/team'
import { buildIfStale } from '../build.mjs'
import { fillDesk, type FilledDesk } from './desk-under-load'
import { measure, type Load } from './measure'
import { readOptions, type Engine } from './options'
import { commonWords, seldomWord } from './case-rows'
import { scriptWeight } from './portal-weight'
import { machineLine, missedLimits, runTable, type Round, type Run } from './report'
import { startServer, startWorkerProcess, type MeasuredProcess } from './server-process'
import { openReport, signIn } from './sign-in'

const { sizes, engines, requests, rounds } = readOptions(process.argv.slice(2))
const profileFolder = process.env.BENCH_PROFILE_FOLDER ?? null

async function measureDesk(engine: Engine, cases: number): Promise<Run> {
  const desk = await fillDesk(engine, cases)
  try {
    const run: Run = { engine, cases, rounds: [] }
    // Only over PostgreSQL are there ratios to reach.
    while (run.rounds.length < (engine === 'postgres' ? rounds : 1))
      run.rounds.push(await measureRound(engine, desk))
    return run
  } finally {
    await desk.remove()
  }
}

/** A server of its own, asked for everything in the same order. */
async function measureRound(engine: Engine, desk: FilledDesk): Promise<Round> {
  const { environment, remove } = await desk.copy()
  const server = await startServer(environment, profileFolder)
  const worker = engine === 'postgres' ? startWorkerProcess(environment) : null
  try {
    const cookie = await signIn(server.address, { address: 'aisha@example.org', password: demoPassword })
    const memoryMb = server.memoryMb()
    const told = { cookie, amount: requests }
    const floors = {
      page: await measure(server, { name: 'floor page', path: '/floor', floor: 'page' }, told),
      route: await measure(server, { name: 'floor route', path: '/api/floor', floor: 'route' }, told),
    }
    const measured: Round['measured'] = []
    for (const load of loadsOf(desk)) measured.push({ load, result: await measure(server, load, told) })
    await tellWeightsOnce(server, desk)
    return { floors, measured, memoryMb }
  } finally {
    await server.stop()
    await worker?.stop()
    await remove()
  }
}

/** Sending reports comes last: it adds cases. */
const loadsOf = ({ reference, publicId }: { reference: string; publicId: string }): Load[] => [
  { name: 'queue page', path: '/console', floor: 'page', limit: 2.5 },
  // A word that every case holds, one that few hold, and both: the first two are found in different ways.
  { name: 'queue search', path: `/console?q=${seldomWord}`, floor: 'page', limit: 3 },
  { name: 'search: common words', path: `/console?q=${commonWords}`, floor: 'page', limit: 3 },
  { name: 'case page', path: `/console/cases/${reference}`, floor: 'page', limit: 2.5 },
  { name: 'project page', path: '/projects/marmotte', floor: 'page' },
  { name: 'advisory page', path: `/projects/marmotte/advisories/${publicId}`, floor: 'page' },
  { name: 'queue API', path: '/api/v1/cases', floor: 'route', limit: 3 },
  {
    name: 'send a report',
    path: '/api/v1/projects/marmotte/reports',
    floor: 'route',
    submits: true,
    limit: 0.3,
  },
]

const mostKilobytes = 10

let areWeightsTold = false

/** Says what the portal's pages load of scripts beyond an empty one, and which of them load too much: that is the same everywhere. */
async function tellWeightsOnce(
  { address }: MeasuredProcess,
  { publicId, receipt }: FilledDesk,
): Promise<void> {
  if (areWeightsTold) return
  areWeightsTold = true
  const reporter = await openReport(address, receipt)
  const kilobytes = async (path: string) => (await scriptWeight(address, path, reporter)) / 1000
  const empty = await kilobytes('/floor')
  console.log(
    `Scripts of an empty page: ${empty.toFixed(1)} kB compressed. The portal’s pages load beyond that:`,
  )
  for (const path of [
    '/',
    '/projects/marmotte',
    '/projects/marmotte/report',
    '/projects/marmotte/suggest-policy-change',
    `/projects/marmotte/advisories/${publicId}`,
    '/receipt',
    '/report',
    '/my-reports',
  ]) {
    const beyond = (await kilobytes(path)) - empty
    console.log(`  ${beyond.toFixed(1).padStart(5)} kB  ${path}`)
    if (beyond <= mostKilobytes) continue
    console.log(
      `Missed: ${path} loads ${beyond.toFixed(1)} kB beyond an empty page; at most ${mostKilobytes} kB.`,
    )
    process.exitCode = 1
  }
  console.log('')
}

await buildIfStale()
console.log(`\n${machineLine()}; ${requests} requests of each kind, ${rounds} rounds.\n`)
for (const engine of engines) {
  let smallest: Run | null = null
  for (const cases of sizes) {
    const run = await measureDesk(engine, cases)
    console.log(runTable(run, smallest))
    const missed = missedLimits(run, smallest)
    if (missed.length > 0) process.exitCode = 1
    for (const one of missed) console.log(`Missed: ${one}`)
    smallest ??= run
  }
}
