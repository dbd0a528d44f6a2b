import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { CaseEvent } from './case-event'
import { waitsForReporter } from './conversation'
import { factsFromEvents } from './facts-from-events'
import { carriedEvents, checkSplit } from './split'

const at = (hour: number) => toInstant(Date.UTC(2026, 10, 20, hour))
const past: CaseEvent[] = [
  { type: 'report_received', at: at(1), data: { reportId: 'r1', channel: 'web' } },
  { type: 'acknowledged', at: at(2), data: { handlerId: 'hannah' } },
  { type: 'report_received', at: at(3), data: { reportId: 'r2', channel: 'web' } },
  { type: 'message_sent', at: at(4), data: { reportId: 'r2', messageId: 'm1' } },
  { type: 'title_changed', at: at(5), data: {} },
  { type: 'responded', at: at(6), data: { reportId: 'r1', messageId: 'm2' } },
  { type: 'handler_assigned', at: at(7), data: { from: 'hannah', to: 'ida' } },
]
const question: CaseEvent = { type: 'question_asked', at: at(8), data: { reportId: 'r1', messageId: 'm3' } }
const reply: CaseEvent = { type: 'reporter_replied', at: at(9), data: { reportId: 'r1', messageId: 'm4' } }

describe('what the second case carries over', () => {
  it('is what one report’s promises and its handler follow from, in its order', () => {
    expect(carriedEvents(past, 'r1').map(({ type }) => type)).toEqual([
      'report_received',
      'acknowledged',
      'responded',
      'handler_assigned',
    ])
    const facts = factsFromEvents(carriedEvents(past, 'r1'), { lines: [], hasOpenRequest: false, at: at(9) })
    expect(facts).toMatchObject({ acknowledgedAt: at(2), handlerId: 'ida' })
  })

  it('leaves a question to the first case while it waits for its answer', () => {
    const asked = [...past, question]
    expect(waitsForReporter(asked, 'r1')).toBe(at(8))
    expect(waitsForReporter(carriedEvents(asked, 'r1'), 'r1')).toBeNull()
    expect(carriedEvents(asked, 'r1').at(-1)).toMatchObject({ type: 'message_sent', at: at(8) })
    const answered = [...asked, reply]
    expect(carriedEvents(answered, 'r1').map(({ type }) => type)).toContain('question_asked')
  })
})

it('a closed case is not split', () => {
  const facts = factsFromEvents(past, { lines: [], hasOpenRequest: false, at: at(9) })
  expect(checkSplit(facts).ok).toBe(true)
  const closed = { ...facts, resolution: { kind: 'spam' as const, at: at(9) } }
  expect(checkSplit(closed)).toMatchObject({ ok: false, refusal: { code: 'closed' } })
})
