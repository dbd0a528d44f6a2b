import { existsSync, readFileSync } from 'node:fs'

/** Counts of tests: how many passed, failed and were skipped. */
export const nothingCounted = { passed: 0, failed: 0, skipped: 0 }

export const addUp = (tallies) =>
  tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothingCounted,
  )

/** One step that is no suite of tests counts as one. */
export const countStep = (ok) => ({ ...nothingCounted, [ok ? 'passed' : 'failed']: 1 })

// A suite that broke before or beside its tests has failed, whatever its report counts.
const orBroken = (tally, ok) => (ok || tally.failed > 0 ? tally : { ...tally, failed: 1 })

function readReport(file) {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** What a JSON report of Vitest counts. */
export function vitestTally(file, ok) {
  const report = readReport(file)
  if (!report) return countStep(false)
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return orBroken(tally, ok)
}

/** What a JSON report of Playwright counts. A test that passed only when repeated has failed. */
export function playwrightTally(file, ok) {
  const report = readReport(file)
  if (!report) return countStep(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return orBroken({ passed: expected, failed: unexpected + flaky, skipped }, ok)
}

/** `12 passed, 0 failed`, and how many were skipped if any were. */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
