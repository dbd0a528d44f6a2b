#!/usr/bin/env node
// Asks a desk whether a release may go out, for a pipeline: 0 yes, 1 no, 2 it could not be asked. Plain Node, no package.

import { parseArgs } from 'node:util'

const usage = `Asks a disclosure desk whether a release may go out.

  release-gate --desk https://desk.example.org --project marmotte --release 2.5.0

The token of the project stands in DISCLOSURE_DESK_TOKEN.
Ends with 0 when it may go out, 1 when it may not, 2 when the desk could not be asked.`

const timeoutMs = 20_000

/** The answer as what to print and how to end. */
async function ask() {
  const { values } = parseArgs({
    options: {
      desk: { type: 'string' },
      project: { type: 'string' },
      release: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return { code: 0, says: usage }
  const token = process.env.DISCLOSURE_DESK_TOKEN
  if (!values.desk || !values.project || !values.release) return { code: 2, says: usage }
  if (!token) return { code: 2, says: 'Set DISCLOSURE_DESK_TOKEN to a token of the project.' }
  const path = `/api/v1/projects/${encodeURIComponent(values.project)}/releases/${encodeURIComponent(values.release)}/gate`
  const response = await fetch(new URL(path, values.desk), {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const answer = await response.json()
  if (!response.ok || typeof answer.mayGoOut !== 'boolean')
    return {
      code: 2,
      says: `The desk answered ${response.status}: ${answer.detail ?? 'nothing it explains.'}`,
    }
  if (answer.mayGoOut) return { code: 0, says: `${answer.release} may go out.` }
  const reasons = answer.reasons.map(({ says }) => `  - ${says}`)
  return { code: 1, says: [`${answer.release} may not go out:`, ...reasons].join('\n') }
}

try {
  const { code, says } = await ask()
  console[code === 2 ? 'error' : 'log'](says)
  process.exitCode = code
} catch (error) {
  console.error(`The desk could not be asked: ${error instanceof Error ? error.message : 'unknown'}`)
  process.exitCode = 2
}
