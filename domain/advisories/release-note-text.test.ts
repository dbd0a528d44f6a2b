import { describe, expect, it } from 'vitest'
import { filledNote, generatedNote, noteObjections } from './release-note-text'

const advisory = { id: 'MAR-2026-0001', title: 'Template names escape the folder', cveId: 'CVE-2026-12345' }
const secrets = { title: advisory.title, identifiers: [advisory.id, advisory.cveId] }

describe('the text of a release note', () => {
  it('is made from the facts: early it tells nothing, later it says all', () => {
    const before = generatedNote('before', { advisory, rating: 'high' })
    const after = generatedNote('after', { advisory, rating: 'high' })
    expect(noteObjections(before ?? '', 'before', secrets)).toEqual([])
    expect(noteObjections(after ?? '', 'after', secrets)).toEqual([])
    expect(after).toContain('CVE-2026-12345')
    expect(noteObjections(after ?? '', 'before', secrets).length).toBeGreaterThan(0)
    expect(noteObjections(before ?? '', 'after', secrets)).toHaveLength(1)
  })

  it('waits for the facts, and has no link before there is one', () => {
    expect(generatedNote('before', { advisory: null, rating: null })).not.toContain('{url}')
    expect(generatedNote('after', { advisory: null, rating: 'high' })).toBeNull()
    expect(generatedNote('after', { advisory, rating: null })).toBeNull()
  })

  it('is filled for each line, word for word', () => {
    const text = '{version} of {line} mends parsing. $& {url}'
    expect(filledNote(text, { version: '2.4.7', line: '2.4.x', url: 'https://desk.example.org/a' })).toBe(
      '2.4.7 of 2.4.x mends parsing. $& https://desk.example.org/a',
    )
    expect(filledNote('{version} {url}', { version: null, line: '2.4.x', url: null })).toBe(
      '[version] [link]',
    )
  })

  it('is not stopped by its places, though the title says the same words', () => {
    const title = 'Line and version in the url of a template'
    expect(noteObjections('{version} of {line}: {url}', 'before', { title, identifiers: [] })).toEqual([])
  })
})
