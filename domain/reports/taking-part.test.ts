import { describe, expect, it } from 'vitest'
import { isDraftShared, shareDraft, unshareDraft } from '@/domain/advisories/shared-draft'
import type { CaseEvent } from '@/domain/cases/case-event'
import type { Instant } from '@/lib/instant'
import { isWithdrawn, mayWithdraw } from './withdraw'

const at: Instant = '2026-11-20T09:00:00.000Z'
const data = { reportId: 'r1' }
const shared: CaseEvent = { type: 'draft_shared', at, data }
const unshared: CaseEvent = { type: 'draft_unshared', at, data }
const withdrawn: CaseEvent = { type: 'report_withdrawn', at, data }

describe('a shared draft', () => {
  it('is shared with one reporter, by what happened last', () => {
    expect(isDraftShared([], 'r1')).toBe(false)
    expect(isDraftShared([shared], 'r1')).toBe(true)
    expect(isDraftShared([shared], 'r2')).toBe(false)
    expect(isDraftShared([shared, unshared], 'r1')).toBe(false)
    expect(isDraftShared([shared, unshared, shared], 'r1')).toBe(true)
  })

  it('is shared once, while it is a draft, and taken back only when it is shared', () => {
    expect(shareDraft(false, false).ok).toBe(true)
    expect(shareDraft(true, false)).toMatchObject({ refusal: { code: 'shared' } })
    expect(shareDraft(false, true)).toMatchObject({ refusal: { code: 'announced' } })
    expect(unshareDraft(true).ok).toBe(true)
    expect(unshareDraft(false)).toMatchObject({ refusal: { code: 'not_shared' } })
  })
})

describe('withdrawing', () => {
  const facts = { confirmedAt: null, announcedAt: null, resolution: null }

  it('holds until the case is reopened', () => {
    expect(isWithdrawn([withdrawn], 'r1')).toBe(true)
    expect(isWithdrawn([withdrawn], 'r2')).toBe(false)
    expect(isWithdrawn([withdrawn, { type: 'reopened', at, data: {} }], 'r1')).toBe(false)
  })

  it.each([
    [facts, false, undefined],
    [facts, true, 'withdrawn'],
    [{ ...facts, confirmedAt: at }, false, 'confirmed'],
    [{ ...facts, announcedAt: at }, false, 'confirmed'],
    [{ ...facts, resolution: { kind: 'spam' as const, at } }, false, 'closed'],
  ])('with %j, done already: %s → %s', (given, isDone, code) => {
    const may = mayWithdraw(given, isDone)
    expect(may.ok ? undefined : may.refusal.code).toBe(code)
  })
})
