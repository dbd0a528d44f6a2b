import { describe, expect, it } from 'vitest'
import { advisoryDraftSchema, emptyDraft } from './advisory-draft'

describe('the draft', () => {
  it('may be saved with every field left empty', () => {
    expect(advisoryDraftSchema.parse({ title: '', cveId: '', references: [] })).toEqual(emptyDraft)
  })

  it.each([
    ['cveId', { cveId: 'CVE-26-1' }],
    ['references', { references: [{ label: 'x', url: 'javascript:alert(1)' }] }],
    ['title', { title: 'x'.repeat(201) }],
  ])('refuses a wrong %s', (field, given) => {
    const parsed = advisoryDraftSchema.safeParse(given)
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.path[0]).toBe(field)
  })
})
