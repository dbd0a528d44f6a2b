// Everything that can be known without a database or a browser, in seconds: npm run check
import { mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { runStep } from './run-step.mjs'
import { addUp, countStep, tallyLine, vitestTally } from './tally.mjs'

const cache = 'node_modules/.cache/disclosure-desk'
const rulesReport = `${cache}/rules.json`

const steps = [
  ['types', ['sh', '-c', 'next typegen && tsc --noEmit']],
  ['lint', ['eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', `${cache}/eslint`]],
  ['format', ['prettier', '--check', '.', '--cache', '--cache-location', `${cache}/prettier`]],
  ['import rules', ['npm', 'run', '--silent', 'check:imports']],
  ['unused code', ['knip']],
]

/** Runs all checks, two at a time, and resolves to what they count. */
export async function check() {
  mkdirSync(cache, { recursive: true })
  rmSync(rulesReport, { force: true })
  const rules = async () => {
    const args = ['run', '--project', 'rules', '--reporter', 'default', '--reporter', 'json']
    const note = (ok) => tallyLine(vitestTally(rulesReport, ok))
    const { ok } = await runStep('rules', ['vitest', ...args, '--outputFile.json', rulesReport], { note })
    return vitestTally(rulesReport, ok)
  }
  const waiting = [
    ...steps.map(
      ([name, command]) =>
        async () =>
          countStep((await runStep(name, command)).ok),
    ),
    rules,
  ]
  const tallies = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) tallies.push(await step())
  }
  await Promise.all([lane(), lane()])
  return addUp(tallies)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const tally = await check()
  console.log(tallyLine(tally))
  process.exitCode = tally.failed > 0 ? 1 : 0
}
