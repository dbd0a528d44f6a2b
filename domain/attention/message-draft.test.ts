import { describe, expect, it } from 'vitest'
import { isWorthKeeping, saysTheSame } from './message-draft'

describe('a draft', () => {
  it.each([
    ['', undefined, false],
    [' \n\t', ' ', false],
    ['We are', undefined, true],
    ['', 'A fix', true],
  ])('of “%s” and “%s” is worth keeping: %s', (body, nextStep, is) =>
    expect(isWorthKeeping({ body, nextStep })).toBe(is),
  )

  it('says the same with the same words and choices alone', () => {
    const draft = { body: 'Thanks', kind: 'message', nextStep: '', report: 'one' } as const
    expect(saysTheSame(draft, { ...draft, nextStep: undefined })).toBe(true)
    expect(saysTheSame(draft, { ...draft, body: 'Thanks ' })).toBe(false)
    expect(saysTheSame(draft, { ...draft, kind: 'question' })).toBe(false)
    expect(saysTheSame(draft, { ...draft, report: 'two' })).toBe(false)
  })
})
