import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import {
  acceptBackport,
  checkBackportRequest,
  declineBackport,
  hasEvidence,
  type BackportRequest,
} from './backport-request'
import type { LineStatus } from './line-status'
import { needsFix } from './needs-fix'
import { openLines } from './settled-lines'

const at = toInstant('2026-11-20T21:00:00Z')
const olderMinor: LineStatus = {
  line: {
    id: '4.0.x',
    name: '4.0.x',
    range: '4.0.x',
    branch: '4.0',
    isDevelopment: false,
    supportedFrom: toInstant('2025-01-01T00:00:00Z'),
    supportedUntil: toInstant('2026-01-01T00:00:00Z'),
  },
  affectedness: 'affected',
  justification: null,
  plan: 'out_of_support',
  planReason: null,
  work: null,
  introducedIn: null,
  release: null,
  majorReason: null,
}
const asked: BackportRequest = {
  state: 'requested',
  breakingChange: '4.1 drops callbacks',
  demonstration: '',
}
const shown: BackportRequest = { ...asked, demonstration: 'https://example.org/failing-build' }
const terms = (olderMinors: 'never' | 'on_request') => ({
  backports: { lines: 'every_supported' as const, olderMinors },
})

describe('a request for a fix on an older line', () => {
  it('An old minor asked for without evidence stays requested; with a demonstrated break it becomes required and the gate closes again', () => {
    expect(hasEvidence(asked)).toBe(false)
    expect(acceptBackport(asked, olderMinor)).toMatchObject({ ok: false, refusal: { code: 'evidence' } })
    expect(openLines([olderMinor], at)).toEqual([])

    const accepted = acceptBackport(shown, olderMinor)
    if (!accepted.ok) throw new Error(accepted.refusal.reason)
    expect(accepted.value).toMatchObject({ plan: 'fix', work: 'todo' })
    expect(needsFix(accepted.value, at)).toBe(true)
    expect(openLines([accepted.value], at)).toEqual([accepted.value])
  })

  it('is taken only where the policy takes requests and a fix is wanting', () => {
    const codeOf = (status: LineStatus, olderMinors: 'never' | 'on_request') => {
      const checked = checkBackportRequest(status, terms(olderMinors))
      return checked.ok ? 'taken' : checked.refusal.code
    }
    expect(codeOf(olderMinor, 'on_request')).toBe('taken')
    expect(codeOf(olderMinor, 'never')).toBe('not_taken')
    expect(codeOf({ ...olderMinor, affectedness: 'not_affected', plan: null }, 'on_request')).toBe(
      'not_affected',
    )
    expect(codeOf({ ...olderMinor, plan: 'fix', work: 'todo' }, 'on_request')).toBe('planned')
  })

  it('is decided once, and declined with a reason', () => {
    expect(declineBackport(asked, '')).toMatchObject({ ok: false, refusal: { code: 'reason_missing' } })
    expect(declineBackport(asked, 'Callbacks still work with the shim.').ok).toBe(true)
    expect(declineBackport({ ...shown, state: 'accepted' }, 'No.')).toMatchObject({
      ok: false,
      refusal: { code: 'decided' },
    })
    expect(acceptBackport({ ...shown, state: 'declined' }, olderMinor)).toMatchObject({
      ok: false,
      refusal: { code: 'decided' },
    })
  })

  it('waits for the line to be judged affected', () => {
    const unjudged: LineStatus = { ...olderMinor, affectedness: 'unknown', plan: null }
    expect(acceptBackport(shown, unjudged)).toMatchObject({ ok: false, refusal: { code: 'not_judged' } })
  })
})
