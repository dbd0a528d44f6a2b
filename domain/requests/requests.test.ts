import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { checkOpen, checkTaken } from './answer-request'
import { missingEvidence } from './missing-evidence'
import { readRequestFilters, requestSearch } from './request-filters'

describe('a request', () => {
  it('is answered once', () => {
    expect(checkOpen('requested').ok).toBe(true)
    for (const state of ['allowed', 'not_taken', 'accepted'] as const)
      expect(checkOpen(state)).toMatchObject({ ok: false, refusal: { code: 'answered' } })
  })

  it('for a backport says what it lacks', () => {
    expect(missingEvidence({ breakingChange: null, demonstration: null })).toHaveLength(2)
    expect(missingEvidence({ breakingChange: '4.1 drops callbacks', demonstration: null })).toEqual([
      'Show it: a link to a failing build, or steps that anyone can follow.',
    ])
    expect(missingEvidence({ breakingChange: 'a', demonstration: 'b' })).toEqual([])
  })
})

describe('a suggestion', () => {
  const at = (day: string) => toInstant(`2026-11-${day}T09:00:00Z`)
  const versions = [
    { version: 1, inForceFrom: at('01') },
    { version: 2, inForceFrom: at('20') },
  ]

  it.each([
    [2, 'taken'],
    [1, 'older_version'],
    [3, 'version'],
    [null, 'version'],
  ])('is taken with version %s: %s', (chosen, expected) => {
    const checked = checkTaken(versions, chosen, at('10'))
    expect(checked.ok ? 'taken' : checked.refusal.code).toBe(expected)
  })
})

describe('the filters of the list', () => {
  it('survive the address, and nonsense is the usual view', () => {
    const filters = { view: 'answered', kind: 'backport' } as const
    expect(readRequestFilters(Object.fromEntries(new URLSearchParams(requestSearch(filters))))).toEqual(
      filters,
    )
    expect(readRequestFilters({ view: 'x', kind: ['testing'] })).toEqual({ view: 'open', kind: undefined })
    expect(requestSearch({ view: 'open' })).toBe('')
  })
})
