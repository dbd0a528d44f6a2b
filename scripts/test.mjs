// Runs everything there is to run, and ends with one line of counts: npm test
import { mkdirSync, rmSync } from 'node:fs'
import { check } from './check.mjs'
import { findOrInstallChromium } from './find-chromium.mjs'
import { hasOrInstallsGpg } from './find-gpg.mjs'
import { hasOrInstallsPostgres } from './find-postgres.mjs'
import { runStep } from './run-step.mjs'
import { addUp, countStep, nothingCounted, playwrightTally, tallyLine, vitestTally } from './tally.mjs'

const cache = 'node_modules/.cache/disclosure-desk'

/** The server's tests on one engine. */
async function serverTests(engine) {
  const file = `${cache}/server-${engine}.json`
  rmSync(file, { force: true })
  const args = [
    'run',
    '--project',
    'server',
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
  ]
  const { ok } = await runStep(`server on ${engine}`, ['vitest', ...args], {
    env: { TEST_ENGINE: engine },
    note: (passed) => tallyLine(vitestTally(file, passed)),
  })
  return vitestTally(file, ok)
}

async function postgresTests() {
  if (hasOrInstallsPostgres()) return serverTests('postgres')
  console.log('- server on postgres: skipped, for no PostgreSQL server is installed on this machine')
  return { ...nothingCounted, skipped: 1 }
}

const build = async () => countStep((await runStep('build', ['node', 'scripts/build.mjs'])).ok)

/** The journeys through the built desk in a browser. */
async function journeys() {
  const browser = findOrInstallChromium()
  if (!browser) {
    console.log('✗ journeys: no Chromium was found and none could be installed; set CHROMIUM_PATH to one')
    return countStep(false)
  }
  const file = `${cache}/journeys.json`
  rmSync(file, { force: true })
  const { ok } = await runStep('journeys', ['playwright', 'test', '--reporter', 'list,json'], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    note: (passed) => tallyLine(playwrightTally(file, passed)),
  })
  return playwrightTally(file, ok)
}

mkdirSync(cache, { recursive: true })
if (!hasOrInstallsGpg()) console.log('- tests with GnuPG: skipped, for there is no gpg on this machine')
const tallies = [await check(), await serverTests('embedded'), await postgresTests(), await build()]
const isBuilt = tallies.at(-1).failed === 0
tallies.push(isBuilt ? await journeys() : { ...nothingCounted, skipped: 1 })

const total = addUp(tallies)
console.log(tallyLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
