import fs from 'node:fs'
import { expect, it } from 'vitest'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { hourMs, toInstant } from '@/lib/instant'
import { environment } from './environment'
import { now } from './clock'

it('stands still in a test until it is moved', () => {
  expect(now()).toBe(testStart)
  advanceClock(48 * hourMs)
  expect(now()).toBe('2026-11-22T09:00:00.000Z')
  setClock(toInstant('2027-01-01T00:00:00+01:00'))
  expect(now()).toBe('2026-12-31T23:00:00.000Z')
})

it('refuses a file that holds no instant', () => {
  fs.writeFileSync(environment().TEST_CLOCK_FILE ?? '', 'tomorrow')
  expect(() => now()).toThrow('holds no instant')
})
