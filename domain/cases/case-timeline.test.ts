import { describe, expect, it } from 'vitest'
import { dayMs, plusMs, toInstant } from '@/lib/instant'
import { caseTimeline, type TimelineFacts } from './case-timeline'
import type { CaseEvent } from './case-event'

const start = toInstant('2026-11-01T09:00:00Z')
const day = (days: number) => plusMs(start, days * dayMs)
const events: CaseEvent[] = [
  { type: 'report_received', at: start, data: { reportId: 'r1', channel: 'web' } },
  { type: 'acknowledged', at: day(1), data: { handlerId: 'p1' } },
  { type: 'note_added', at: day(2), data: { messageId: 'm1' } },
  { type: 'patch_released', at: day(10), data: { lineId: 'l1', version: '2.4.7', releasedAt: day(10) } },
]
const facts: TimelineFacts = {
  receivedAt: start,
  events,
  clocks: [],
  agreedUntil: null,
  longestEmbargoDays: 90,
  notBefore: day(17),
  delayDays: 7,
  scheduledFor: null,
  announcedAt: null,
}

describe('caseTimeline', () => {
  it('shows what the public may know of the way, and the wait after the last release as a band', () => {
    const { marks, bands } = caseTimeline(facts)
    expect(marks.map(({ label }) => label)).toEqual(['Reported', 'Acknowledged', '2.4.7 released'])
    expect(bands).toEqual([
      { kind: 'embargo', from: start, until: day(90), label: 'Embargo, 90 days at most' },
      {
        kind: 'waiting',
        from: day(10),
        until: day(17),
        label: 'Waiting time, 7 days after the last patch release',
      },
    ])
  })

  it.each([
    [{ agreedUntil: day(30) }, day(30), 'Embargo, agreed'],
    [{ scheduledFor: day(20) }, day(20), 'Embargo, until the announcement'],
    [{ announcedAt: day(18) }, day(18), 'Embargo, ended'],
    [{ longestEmbargoDays: null }, null, 'Embargo, no end agreed'],
  ] satisfies [Partial<TimelineFacts>, unknown, string][])(
    'ends the embargo where it ends: %o',
    (more, until, label) => {
      expect(caseTimeline({ ...facts, ...more }).bands[0]).toMatchObject({ until, label })
    },
  )

  it('has no waiting band where nothing is waited for, and a shorter one where an override ended it', () => {
    expect(caseTimeline({ ...facts, delayDays: 0 }).bands).toHaveLength(1)
    expect(caseTimeline({ ...facts, notBefore: null }).bands).toHaveLength(1)
    expect(caseTimeline({ ...facts, announcedAt: day(12) }).bands[1]?.until).toBe(day(12))
  })

  it('marks promises as kept, broken, open or the reporter’s own, each once', () => {
    const clock = (
      kind: 'acknowledge' | 'respond' | 'keep_informed' | 'reporter_deadline',
      status: 'met' | 'breached' | 'running',
      at: number,
    ) => ({
      kind,
      reportId: 'r1',
      startedAt: start,
      dueAt: day(at),
      pausedMs: 0,
      pauses: [],
      pausedSince: null,
      status,
      metAt: null,
      metBy: null,
      reason: { code: 'stated_by_reporter' as const, timeZone: 'UTC' },
    })
    const clocks = [
      clock('acknowledge', 'met', 2),
      clock('acknowledge', 'met', 2),
      clock('respond', 'breached', 4),
      clock('keep_informed', 'running', 24),
      clock('reporter_deadline', 'running', 60),
    ]
    const { marks } = caseTimeline({ ...facts, events: [], clocks })
    expect(marks.map(({ kind, at }) => [kind, at])).toEqual([
      ['kept', day(2)],
      ['broken', day(4)],
      ['promise', day(24)],
      ['foreign', day(60)],
    ])
  })
})
