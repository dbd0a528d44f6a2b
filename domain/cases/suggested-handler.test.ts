import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { suggestedHandler, type HandlerLoad } from './suggested-handler'

const one = (personId: string, more: Partial<HandlerLoad> = {}): HandlerLoad => ({
  personId,
  name: personId[0]!.toUpperCase() + personId.slice(1),
  open: 0,
  dueSoon: 0,
  overdue: 0,
  lastGivenAt: null,
  isAway: false,
  ...more,
})
const monday = toInstant('2026-11-16T09:00:00Z')
const tuesday = toInstant('2026-11-17T09:00:00Z')
const suggest = (candidates: HandlerLoad[], more = {}) =>
  suggestedHandler({ candidates, handlerId: null, standIn: null, onDuty: null, ...more })

describe('suggestedHandler', () => {
  it('takes the one with the least on their hands, and says why', () => {
    expect(suggest([one('ana', { open: 3 }), one('ben', { open: 2 })])).toEqual({
      personId: 'ben',
      name: 'Ben',
      reason: 'Ben has 2 open cases, the least of those who are here.',
    })
  })

  it('counts what is due: two cases of which one is overdue are more than three that are on track', () => {
    const found = suggest([one('ana', { open: 3 }), one('ben', { open: 2, overdue: 1 })])
    expect(found?.personId).toBe('ana')
    const pressed = [one('ana', { open: 9 }), one('ben', { open: 3, overdue: 1, dueSoon: 2 })]
    expect(suggest(pressed)?.reason).toBe(
      'Ben has 3 open cases (1 overdue, 2 due within a day), the least of those who are here.',
    )
  })

  it('goes round among equals: first who was given none, then who was given one longest ago', () => {
    const ana = one('ana', { open: 1, lastGivenAt: tuesday })
    const ben = one('ben', { open: 1, lastGivenAt: monday })
    expect(suggest([ana, ben])?.reason).toBe(
      'Ben has 1 open case, no more than anybody else who is here, and it is their turn: Ben was given one last on 16 Nov 2026, 09:00 UTC.',
    )
    expect(suggest([ana, ben, one('cleo', { open: 1 })])?.personId).toBe('cleo')
  })

  it('passes over whoever is away or answers for it already', () => {
    const people = [one('ana', { isAway: true }), one('ben'), one('cleo', { open: 5 })]
    expect(suggest(people, { handlerId: 'ben' })?.reason).toBe(
      'Cleo is the only other one who is here, and has 5 open cases.',
    )
    expect(suggest([one('ana', { isAway: true })])).toBeNull()
  })

  it('takes the stand-in of a handler who is away, however much they have', () => {
    const standIn = { awayName: 'Ana', personId: 'ben' }
    const people = [one('ana', { isAway: true }), one('ben', { open: 9 }), one('cleo')]
    expect(suggest(people, { handlerId: 'ana', standIn })).toEqual({
      personId: 'ben',
      name: 'Ben',
      reason: 'Ana is away, and Ben stands in.',
    })
    expect(suggest(people, { handlerId: 'ana', standIn: { ...standIn, personId: null } })?.personId).toBe(
      'cleo',
    )
  })

  it('takes who is on duty, unless they are away or answer for it already', () => {
    const people = [one('ana', { open: 9 }), one('ben')]
    const onDuty = { personId: 'ana', untilDay: '29 Nov' }
    expect(suggest(people, { onDuty })).toEqual({
      personId: 'ana',
      name: 'Ana',
      reason: 'Ana is on duty until 29 Nov, and has 9 open cases.',
    })
    expect(suggest(people, { onDuty, handlerId: 'ana' })?.personId).toBe('ben')
    expect(suggest([one('ana', { isAway: true }), one('ben')], { onDuty })?.personId).toBe('ben')
    expect(suggest(people, { onDuty, standIn: { awayName: 'Cleo', personId: 'ben' } })?.personId).toBe('ben')
  })

  it('shares cases out evenly when every suggestion is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 40 }), (team, cases) => {
        const people = Array.from({ length: team }, (_, index) => one(`person${index}`))
        for (let given = 0; given < cases; given++) {
          const at = people.find(({ personId }) => personId === suggest(people)?.personId)!
          Object.assign(at, { open: at.open + 1, lastGivenAt: toInstant(given * 1000) })
        }
        const loads = people.map(({ open }) => open)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
