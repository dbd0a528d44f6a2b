import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '@/domain/cases/case-event'
import type { Instant } from '@/lib/instant'
import { openVerifications, stillVulnerable, verifiableVersion, verified } from './fix-verification'
import type { LineStatus } from './line-status'

const at: Instant = '2026-11-20T09:00:00.000Z'
const about = { reportId: 'r1', lineId: 'l1', version: '2.4.7' }
const asked: CaseEvent = { type: 'verification_asked', at, data: about }

const released: LineStatus = {
  line: {
    id: 'l1',
    name: '2.4.x',
    range: '>=2.4.0 <2.5.0',
    branch: '2.4',
    isDevelopment: false,
    supportedFrom: at,
    supportedUntil: null,
  },
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'released',
  introducedIn: null,
  release: { version: '2.4.7', releasedAt: at, url: 'https://git.example.org/2.4.7' },
  majorReason: null,
}

describe('a fix to verify', () => {
  it('is open until that reporter answers or the release is taken back', () => {
    expect(openVerifications([asked], 'r1')).toEqual([{ lineId: 'l1', version: '2.4.7' }])
    expect(openVerifications([asked], 'r2')).toEqual([])
    for (const end of [
      { type: 'fix_verified', at, data: about },
      { type: 'fix_failed', at, data: about },
      { type: 'release_yanked', at, data: { lineId: 'l1', version: '2.4.7' } },
    ] satisfies CaseEvent[])
      expect(openVerifications([asked, end], 'r1')).toEqual([])
  })

  it('is one that is released', () => {
    expect(verifiableVersion(released)).toEqual({ ok: true, value: '2.4.7' })
    expect(verifiableVersion({ ...released, work: 'merged', release: null })).toMatchObject({
      refusal: { code: 'not_released' },
    })
    expect(verifiableVersion({ ...released, work: 'verified' })).toMatchObject({
      refusal: { code: 'verified' },
    })
  })

  it('makes the line verified when it holds, and opens the work again when it does not', () => {
    expect(verified(released)).toMatchObject({ value: { work: 'verified', release: released.release } })
    expect(stillVulnerable(released, false)).toMatchObject({ value: { work: 'in_progress', release: null } })
  })

  it('is not undone by one person once the advisory is published', () => {
    expect(stillVulnerable(released, true)).toMatchObject({ refusal: { code: 'announced' } })
  })
})
