import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import {
  evidenceChange,
  readPublishedAt,
  readVersionDocument,
  standingAnswer,
  type EvidenceChange,
  type RegistryAnswer,
} from './release-evidence'

const publishedAt = toInstant('2026-11-20T09:00Z')
const there: RegistryAnswer = { state: 'published', publishedAt, integrity: 'sha512-a', deprecated: null }
const missing: RegistryAnswer = { state: 'missing' }
const unknown: RegistryAnswer = { state: 'unknown' }
const deprecated = { ...there, deprecated: 'Do not use.' }

describe('what is new about a release', () => {
  it.each<[string, RegistryAnswer | null, RegistryAnswer, EvidenceChange | null]>([
    ['asked for the first time, there', null, there, 'found'],
    ['asked for the first time, not there', null, missing, 'not_there'],
    ['no answer', there, unknown, null],
    ['the same again', there, { ...there, publishedAt: null }, null],
    ['still not there', missing, missing, null],
    ['there at last', missing, there, 'found'],
    ['after silence', unknown, missing, 'not_there'],
    ['unpublished', there, missing, 'vanished'],
    ['deprecated', there, deprecated, 'deprecated'],
    ['deprecated no more', deprecated, there, 'undeprecated'],
    ['other content under the same version', there, { ...there, integrity: 'sha512-b' }, 'content_changed'],
  ])('%s', (_, before, after, change) => {
    expect(evidenceChange(before, after)).toBe(change)
  })

  it('keeps what was known through silence, and the date', () => {
    expect(standingAnswer(there, unknown)).toEqual(there)
    expect(standingAnswer(null, unknown)).toEqual(unknown)
    expect(standingAnswer(there, { ...deprecated, publishedAt: null })).toEqual(deprecated)
    expect(standingAnswer(there, missing)).toEqual(missing)
  })
})

describe('the documents of npm', () => {
  const dist = { integrity: 'sha512-a', shasum: '0f' }
  it('say of a version what it is, and nothing of another one', () => {
    const document = { name: 'core', version: '2.4.7', dist, deprecated: 'Broken.' }
    expect(readVersionDocument(document, '2.4.7')).toEqual({
      state: 'published',
      publishedAt: null,
      integrity: 'sha512-a',
      deprecated: 'Broken.',
    })
    expect(readVersionDocument({ ...document, deprecated: '' }, '2.4.7')).toMatchObject({ deprecated: null })
    expect(readVersionDocument({ ...document, dist: { shasum: '0f' } }, '2.4.7')).toMatchObject({
      integrity: 'sha1:0f',
    })
    for (const odd of [null, 'text', {}, { version: '2.4.7' }, { version: '2.4.8', dist }])
      expect(readVersionDocument(odd, '2.4.7')).toEqual(unknown)
  })

  it('say of a package when a version came out', () => {
    expect(readPublishedAt({ time: { '2.4.7': '2026-11-20T09:00:00.000Z' } }, '2.4.7')).toBe(publishedAt)
    for (const odd of [null, {}, { time: {} }, { time: { '2.4.7': 'yesterday' } }])
      expect(readPublishedAt(odd, '2.4.7')).toBeNull()
  })
})
