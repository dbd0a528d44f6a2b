import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { turnAt, turnsFrom, type Rota } from './rota'

const zone = 'Europe/Berlin'
const weekly: Rota = { personIds: ['ana', 'ben', 'cleo'], startsOn: '2026-10-19', daysPerTurn: 7 }
const onDuty = (at: string, rota: Rota | null = weekly) => turnAt(rota, zone, toInstant(at))?.personId ?? null

describe('a rota', () => {
  it('changes at midnight of the project’s zone, also in the week in which the clocks change', () => {
    expect(onDuty('2026-10-18T21:59:59Z')).toBeNull()
    expect(onDuty('2026-10-18T22:00:00Z')).toBe('ana')
    // Summer time ends on 25 October: midnight is an hour later by UTC.
    expect(onDuty('2026-10-25T22:59:59Z')).toBe('ana')
    expect(onDuty('2026-10-25T23:00:00Z')).toBe('ben')
  })

  it('begins again with the first when everybody had a turn', () => {
    expect(
      turnsFrom(weekly, zone, toInstant('2026-10-30T12:00:00Z'), 4).map(({ personId, from, until }) => [
        personId,
        from,
        until,
      ]),
    ).toEqual([
      ['ben', '2026-10-25T23:00:00.000Z', '2026-11-01T23:00:00.000Z'],
      ['cleo', '2026-11-01T23:00:00.000Z', '2026-11-08T23:00:00.000Z'],
      ['ana', '2026-11-08T23:00:00.000Z', '2026-11-15T23:00:00.000Z'],
      ['ben', '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ])
  })

  it('shows what is to come before it begins, and nothing where nobody takes turns', () => {
    expect(turnsFrom(weekly, zone, toInstant('2026-01-01T00:00:00Z'), 1)[0]?.personId).toBe('ana')
    expect(onDuty('2026-11-01T00:00:00Z', { ...weekly, personIds: [] })).toBeNull()
    expect(onDuty('2026-11-01T00:00:00Z', null)).toBeNull()
  })
})
