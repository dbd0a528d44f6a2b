import fs from 'node:fs'
import { toInstant, type Instant } from '@/lib/instant'
import { environment } from './environment'

/**
 * The present instant. In a test start it stands still at what TEST_CLOCK_FILE says, read anew each time,
 * so that pages, jobs and the test share one clock. Throws when that file holds no instant.
 */
export function now(): Instant {
  const file = environment().TEST_CLOCK_FILE
  return file ? frozenAt(file) : toInstant(Date.now())
}

function frozenAt(file: string): Instant {
  const text = fs.readFileSync(file, 'utf8').trim()
  if (!Number.isFinite(Date.parse(text))) throw new Error(`The test clock ${file} holds no instant.`)
  return toInstant(text)
}
