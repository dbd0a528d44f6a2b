import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { checkAbsence, isAway, standInFor, type Absence } from './absence'

const now = toInstant('2026-11-20T09:00:00Z')
const away = (personId: string, standInId: string | null, more: Partial<Absence> = {}): Absence => ({
  personId,
  startsAt: toInstant('2026-11-19T00:00:00Z'),
  endsAt: toInstant('2026-11-30T00:00:00Z'),
  standInId,
  standInByProject: {},
  ...more,
})
const anybody = () => true

describe('isAway', () => {
  it.each([
    ['2026-11-18T23:59:59.999Z', false],
    ['2026-11-19T00:00:00Z', true],
    ['2026-11-29T23:59:59.999Z', true],
    ['2026-11-30T00:00:00Z', false],
  ])('at %s: %s', (at, expected) => expect(isAway(away('ana', null), toInstant(at))).toBe(expected))
})

describe('checkAbsence', () => {
  it.each([
    ['2026-11-21T00:00:00Z', '2026-11-30T00:00:00Z', null],
    ['2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z', null],
    ['2026-11-30T00:00:00Z', '2026-11-30T00:00:00Z', 'ends_first'],
    ['2026-11-01T00:00:00Z', '2026-11-20T09:00:00Z', 'is_over'],
    ['2026-11-21T00:00:00Z', '2028-01-01T00:00:00Z', 'too_long'],
  ])('%s to %s: %s', (startsAt, endsAt, code) => {
    const checked = checkAbsence({ startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }, now)
    expect(checked.ok ? null : checked.refusal.code).toBe(code)
  })
})

describe('standInFor', () => {
  it.each<[string, Absence[], (id: string) => boolean, string | null]>([
    ['nobody is away', [], anybody, null],
    ['the one for all', [away('ana', 'ben')], anybody, 'ben'],
    ['the one of the project', [away('ana', 'ben', { standInByProject: { p1: 'cleo' } })], anybody, 'cleo'],
    [
      'another project’s counts for nothing',
      [away('ana', null, { standInByProject: { p2: 'cleo' } })],
      anybody,
      null,
    ],
    ['a stand-in who is away has theirs', [away('ana', 'ben'), away('ben', 'cleo')], anybody, 'cleo'],
    ['two who stand in for each other', [away('ana', 'ben'), away('ben', 'ana')], anybody, null],
    ['nobody was named', [away('ana', null)], anybody, null],
    ['the one named may not', [away('ana', 'ben')], (id) => id !== 'ben', null],
    [
      'one whose absence is over is here',
      [away('ana', 'ben'), away('ben', 'cleo', { endsAt: now })],
      anybody,
      'ben',
    ],
  ])('%s', (_what, absences, able, expected) =>
    expect(standInFor('ana', 'p1', absences, able, now)).toBe(expected),
  )
})
