import { describe, expect, it } from 'vitest'
import { defaultTerms } from '../default-terms'
import type { PolicyTerms } from '../terms'
import { formFromTerms } from '../terms-fields'
import { formWithPicks, shownParts } from './picks'
import { readPolicy } from './read-policy'
import type { Part } from './parts'

const terms: PolicyTerms = {
  ...defaultTerms,
  channels: { ...defaultTerms.channels, mail: ['old@example.org'] },
}
const form = formFromTerms({ terms, introduction: 'Hello' })
const shown = (text: string, part: Part) =>
  shownParts(readPolicy(text), terms, form).find((one) => one.part === part)!
const filled = (text: string, picks: Partial<Record<Part, string[]>>) =>
  formWithPicks(form, readPolicy(text), (part) => picks[part] ?? [])

const contradiction =
  'We acknowledge reports within 24 hours.\n\n# More\nWe acknowledge reports within 72 hours.'

describe('what may be picked', () => {
  it('presets a plain value, and never one of a contradiction or an aim', () => {
    const presets = (text: string) =>
      shown(text, 'acknowledge').picks.map(({ id, isPreset }) => [id, isPreset])
    expect(presets('We acknowledge reports within 24 hours.')).toEqual([
      ['read-0', true],
      ['keep', false],
    ])
    expect(presets(contradiction)).toEqual([
      ['read-0', false],
      ['read-1', false],
      ['keep', false],
    ])
    expect(presets('We aim to acknowledge reports within 24 hours.')[0]).toEqual(['read-0', false])
  })

  it('offers entries in force that the text does not name, unticked', () => {
    expect(
      shown('Report to new@example.org.', 'mail').picks.map(({ id, words, isPreset }) => [
        id,
        words,
        isPreset,
      ]),
    ).toEqual([
      ['read-0', 'new@example.org', true],
      ['held-0', 'old@example.org', false],
    ])
  })

  it('offers nothing for what is not said', () => {
    expect(shown('Hello.', 'embargo')).toMatchObject({ state: 'missing', inForce: '90 days', picks: [] })
  })
})

describe('the form with what was picked', () => {
  it('refuses while one of several waits to be picked', () => {
    expect(filled(contradiction, {})).toEqual({
      ok: false,
      refusal: { 'pick.acknowledge': ['Pick what the policy shall say, or keep what is in force.'] },
    })
  })

  it('holds the picked value, and everything else as in force', () => {
    const result = filled(contradiction, { acknowledge: ['read-1'] })
    expect(result).toEqual({
      ok: true,
      value: { ...form, 'acknowledge.hours': '72', 'acknowledge.counting': 'calendar' },
    })
    expect(filled(contradiction, { acknowledge: ['keep'] })).toEqual({ ok: true, value: form })
  })

  it('replaces a list by the ticked entries, and leaves it when none is ticked', () => {
    const text = 'Report to new@example.org.'
    expect(filled(text, { mail: ['read-0'] })).toMatchObject({
      value: { 'channels.mail': 'new@example.org' },
    })
    expect(filled(text, { mail: ['read-0', 'held-0'] })).toMatchObject({
      value: { 'channels.mail': 'new@example.org\nold@example.org' },
    })
    expect(filled(text, {})).toMatchObject({ value: { 'channels.mail': 'old@example.org' } })
  })

  it('takes no pick that was not offered', () => {
    expect(filled(contradiction, { acknowledge: ['read-7'] }).ok).toBe(false)
    expect(filled('Report to new@example.org.', { mail: ['held-9'] })).toMatchObject({
      value: { 'channels.mail': 'old@example.org' },
    })
  })
})
