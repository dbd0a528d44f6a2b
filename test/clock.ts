import fs from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { now } from '@/server/kernel/clock'
import { plusMs, toInstant, type Instant } from '@/lib/instant'

/** A Friday morning: when every server test begins. */
export const testStart = toInstant('2026-11-20T09:00:00Z')

const file = path.join(inject('testFolder'), `clock-${process.pid}`)

/** Gives this worker a clock of its own, standing at the beginning. */
export function resetClock(): void {
  process.env.TEST_CLOCK_FILE = file
  setClock(testStart)
}

/** It is now this instant, and stays it. */
export const setClock = (instant: Instant): void => fs.writeFileSync(file, instant)

/** Lets time pass, in milliseconds. */
export const advanceClock = (ms: number): void => setClock(plusMs(now(), ms))
