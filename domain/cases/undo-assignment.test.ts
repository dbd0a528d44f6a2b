import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { CaseEvent } from './case-event'
import { factsFromEvents } from './facts-from-events'
import type { TeamMember } from './hand-over'
import { undoAssignment } from './undo-assignment'

const at = toInstant('2026-11-22T10:00:00Z')
const team: TeamMember[] = [
  { personId: 'ana', role: 'lead' },
  { personId: 'ben', role: 'handler' },
  { personId: 'olga', role: 'observer' },
]
const assigned = (from: string | null, to: string): CaseEvent => ({
  type: 'handler_assigned',
  at,
  data: { from, to },
})
const acknowledged = (handlerId: string): CaseEvent => ({ type: 'acknowledged', at, data: { handlerId } })

const undone = (events: CaseEvent[], to: string, from: string | null, members = team) => {
  const facts = factsFromEvents(events, { lines: [], hasOpenRequest: false, at })
  const result = undoAssignment({ facts, events }, { to, from }, members, at)
  return result.ok ? result.value.data : result.refusal.code
}

describe('taking an assignment back', () => {
  it('leaves the case to who answered before, or to nobody while it is not acknowledged', () => {
    expect(undone([assigned(null, 'ana')], 'ana', null)).toEqual({ from: 'ana', to: null })
    const handedOver = [acknowledged('ana'), assigned('ana', 'ben')]
    expect(undone(handedOver, 'ben', 'ana')).toEqual({ from: 'ben', to: 'ana' })
  })

  it.each([
    ['somebody assigned it again', [assigned('ana', 'ben'), assigned('ben', 'ana')], 'ben', 'ana', 'changed'],
    ['it was acknowledged', [assigned(null, 'ana'), acknowledged('ana')], 'ana', null, 'acknowledged'],
    [
      'it was undone already',
      [
        acknowledged('ana'),
        assigned('ana', 'ben'),
        { type: 'assignment_undone', at, data: { from: 'ben', to: 'ana' } } as CaseEvent,
      ],
      'ben',
      'ana',
      'changed',
    ],
    ['nobody ever assigned it', [], 'ana', null, 'changed'],
    ['who had it before only reads now', [assigned('olga', 'ana')], 'ana', 'olga', 'observer'],
    ['who had it before left', [assigned('gone', 'ana')], 'ana', 'gone', 'not_in_team'],
  ])('is refused when %s', (_why, events, to, from, code) => {
    expect(undone(events as CaseEvent[], to, from)).toBe(code)
  })

  it('is remembered by the facts', () => {
    const events: CaseEvent[] = [
      assigned(null, 'ana'),
      { type: 'assignment_undone', at, data: { from: 'ana', to: null } },
    ]
    const facts = factsFromEvents(events, { lines: [], hasOpenRequest: false, at })
    expect(facts.handlerId).toBeNull()
  })
})
