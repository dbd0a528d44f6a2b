import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '@/domain/cases/stage'
import { dayMs, plusMs, toInstant } from '@/lib/instant'
import { askUpstreamAgain, handOverUpstream, usualChaseAt } from './hand-over-upstream'
import { upstreamPack, type PackedCase } from './upstream-pack'

const now = toInstant('2026-11-20T09:00:00Z')
const facts: CaseFacts = {
  acknowledgedAt: now,
  handlerId: 'hannah',
  confirmedAt: null,
  lines: [],
  announcedAt: null,
  resolution: null,
  hasUnfinishedWork: false,
  at: now,
}

describe('handing over to an upstream', () => {
  it.each([
    ['told yesterday', facts, -1, 6, 'recorded'],
    ['told tomorrow', facts, 1, 6, 'told_later'],
    ['chased in the past', facts, -8, -1, 'chase_past'],
    ['nobody answers for it', { ...facts, handlerId: null }, -1, 6, 'no_handler'],
    ['closed', { ...facts, resolution: { kind: 'third_party' as const, at: now } }, -1, 6, 'closed'],
  ])('%s: %#', (_name, known, toldDays, chaseDays, expected) => {
    const told = { at: plusMs(now, toldDays * dayMs), chaseAt: plusMs(now, chaseDays * dayMs) }
    const result = handOverUpstream(known, told, now)
    expect(result.ok ? 'recorded' : result.refusal.code).toBe(expected)
  })

  it('gives them a week unless somebody picks another day', () => {
    expect(usualChaseAt(now)).toBe('2026-11-27T09:00:00.000Z')
  })
})

describe('asking an upstream again', () => {
  it.each([
    ['today', 'waiting' as const, 0, 7, 'recorded'],
    ['tomorrow', 'waiting' as const, 1, 7, 'asked_later'],
    ['before they were told', 'waiting' as const, -3, 7, 'asked_before_told'],
    ['without a day ahead', 'waiting' as const, 0, 0, 'chase_past'],
    ['after they answered', 'answered' as const, 0, 7, 'not_waiting'],
    ['after asking ended', 'stopped' as const, 0, 7, 'not_waiting'],
  ])('%s', (_name, state, askedDays, chaseDays, expected) => {
    const asked = { at: plusMs(now, askedDays * dayMs), chaseAt: plusMs(now, chaseDays * dayMs) }
    const result = askUpstreamAgain({ state, toldAt: plusMs(now, -2 * dayMs) }, asked, now)
    expect(result.ok ? 'recorded' : result.refusal.code).toBe(expected)
  })
})

describe('the pack for an upstream', () => {
  const packed: PackedCase = {
    reference: 'MAR-7K3QX',
    project: 'Marmotte',
    reports: [
      {
        receivedAt: now,
        title: 'The parser overflows',
        description: 'A line of 4 GB.',
        impact: 'It crashes.',
        reproduction: null,
        affectedVersions: null,
        suggestedFix: null,
        credit: null,
        disclosureAt: plusMs(now, 30 * dayMs),
        files: ['crash.csv'],
      },
    ],
    reproduction: 'On 1.2.0.',
    embargoUntil: null,
    severity: {
      rating: 'high',
      cvss: [{ version: '3.1', vector: 'CVSS:3.1/AV:N', score: 7.5, rating: 'high' }],
      cwes: ['CWE-120'],
    },
    lines: [{ name: '1.2.x', range: '>=1.2.0 <1.3.0', affectedness: 'affected', introducedIn: '1.2.3' }],
    contacts: ['security@marmotte.example.org'],
    packedAt: now,
  }

  it('holds what they need, asks for silence, and leaves out what was not said', () => {
    const text = upstreamPack(packed)
    for (const words of [
      'do not open a public issue',
      'MAR-7K3QX',
      'A line of 4 GB.',
      'On 1.2.0.',
      'the reporter wants no mention',
      'publishes on their own',
      '- crash.csv',
      'as we classify it: high',
      'CVSS 3.1: 7.5, CVSS:3.1/AV:N',
      'Weakness: CWE-120',
      '- 1.2.x (>=1.2.0 <1.3.0): affected, since 1.2.3',
      'security@marmotte.example.org',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Suggested fix')
  })

  it('counts the reports when there are several', () => {
    const [report] = packed.reports
    expect(upstreamPack({ ...packed, reports: [report!, report!] })).toContain('Report 2, received')
  })
})
