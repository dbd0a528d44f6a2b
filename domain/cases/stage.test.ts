import { describe, expect, it } from 'vitest'
import type { LineStatus } from '@/domain/backports/line-status'
import { factsFromEvents } from './facts-from-events'
import { stageOf, type CaseFacts, type Stage } from './stage'

const at = '2026-11-20T09:00:00.000Z' as const

const row = (name: string, more: Partial<LineStatus> = {}): LineStatus => ({
  line: {
    id: name,
    name,
    range: '>=2.0.0 <3.0.0',
    branch: name,
    isDevelopment: false,
    supportedFrom: '2020-01-01T00:00:00.000Z',
    supportedUntil: null,
  },
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'todo',
  introducedIn: null,
  release: null,
  majorReason: null,
  ...more,
})
const released = (name: string) =>
  row(name, { work: 'released', release: { version: '2.4.7', releasedAt: at, url: 'https://example.org' } })
const unknown = (name: string) => row(name, { affectedness: 'unknown', plan: null, work: null })
const wontFix = (name: string) => row(name, { plan: 'wont_fix', planReason: 'Too old.', work: null })

const fresh: CaseFacts = {
  acknowledgedAt: null,
  handlerId: null,
  confirmedAt: null,
  lines: [],
  announcedAt: null,
  resolution: null,
  hasUnfinishedWork: false,
  at,
}
const confirmed: CaseFacts = { ...fresh, acknowledgedAt: at, handlerId: 'ann', confirmedAt: at }
const announced: CaseFacts = { ...confirmed, announcedAt: at, lines: [released('2.4.x')] }

describe('stageOf', () => {
  it.each<[string, CaseFacts, Stage]>([
    ['a report nobody answered', fresh, 'received'],
    ['a handler assigned, but nothing said', { ...fresh, handlerId: 'ann' }, 'received'],
    ['acknowledged', { ...fresh, acknowledgedAt: at, handlerId: 'ann' }, 'acknowledged'],
    [
      'work begun before confirming',
      { ...fresh, acknowledgedAt: at, lines: [row('2.4.x', { work: 'merged' })] },
      'acknowledged',
    ],
    ['confirmed, nothing begun', { ...confirmed, lines: [row('2.4.x')] }, 'confirmed'],
    [
      'first line begun',
      { ...confirmed, lines: [row('2.4.x', { work: 'in_progress' }), row('2.3.x')] },
      'fixing',
    ],
    ['one of two released', { ...confirmed, lines: [released('2.4.x'), row('2.3.x')] }, 'fixing'],
    ['all released', { ...confirmed, lines: [released('2.4.x'), released('2.3.x')] }, 'released'],
    [
      'released, the other not fixed with a reason',
      { ...confirmed, lines: [released('2.4.x'), wontFix('1.x')] },
      'released',
    ],
    ['released, a line not judged', { ...confirmed, lines: [released('2.4.x'), unknown('2.3.x')] }, 'fixing'],
    ['no line is to be fixed', { ...confirmed, lines: [wontFix('1.x')] }, 'confirmed'],
    ['announced, all done', announced, 'closed'],
    [
      'announced, a late line to fix',
      { ...announced, lines: [released('2.4.x'), row('2.3.x')] },
      'announced',
    ],
    ['announced, a message unanswered', { ...announced, hasUnfinishedWork: true }, 'announced'],
    ['closed without a fix', { ...fresh, resolution: { kind: 'spam', at } }, 'closed'],
  ])('%s', (_name, facts, stage) => {
    expect(stageOf(facts)).toBe(stage)
  })
})

describe('factsFromEvents', () => {
  const rows = { lines: [released('2.4.x')], hasOpenRequest: false, at }
  const published = { type: 'advisory_published', at, data: { revision: 1 } } as const
  const replied = { type: 'reporter_replied', at, data: { messageId: 'm1', reportId: 'r1' } } as const

  it('keeps acknowledged and confirmed where they were when a case is reopened', () => {
    const facts = factsFromEvents(
      [
        { type: 'acknowledged', at: '2026-11-01T00:00:00.000Z', data: { handlerId: 'ann' } },
        { type: 'resolved', at, data: { resolution: 'not_reproducible' } },
        { type: 'reopened', at, data: {} },
      ],
      rows,
    )
    expect(facts).toMatchObject({
      acknowledgedAt: '2026-11-01T00:00:00.000Z',
      handlerId: 'ann',
      resolution: null,
    })
  })

  it('keeps an announced case open for an unanswered reply, until it is answered', () => {
    expect(factsFromEvents([published, replied], rows).hasUnfinishedWork).toBe(true)
    const answered = { type: 'message_sent', at, data: { messageId: 'm2', reportId: 'r1' } } as const
    expect(factsFromEvents([published, replied, answered], rows).hasUnfinishedWork).toBe(false)
  })

  it('is not held open by what came before the announcement', () => {
    const reopened = { type: 'reopened', at, data: {} } as const
    expect(factsFromEvents([replied, reopened, published], rows).hasUnfinishedWork).toBe(false)
    expect(factsFromEvents([published, reopened], rows).hasUnfinishedWork).toBe(true)
    const finished = { type: 'finished', at, data: {} } as const
    expect(factsFromEvents([published, reopened, finished], rows).hasUnfinishedWork).toBe(false)
  })

  it('waits for an open backport request', () => {
    expect(factsFromEvents([published], { ...rows, hasOpenRequest: true }).hasUnfinishedWork).toBe(true)
  })
})
