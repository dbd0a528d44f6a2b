import { describe, expect, it } from 'vitest'
import { announced, contents, events, finder, fixedIn, status } from '@/test/sample-advisory'
import { advisoryText } from './advisory-text'
import { disclosureTimeline } from './disclosure-timeline'
import { buildPublicDocument, publicDocumentSchema } from './public-document'

describe('the public document', () => {
  const document = announced([fixedIn('2.4.x', '2.4.7'), status('2.3.x')])

  it('is what its schema says, also after a journey through JSON', () => {
    expect(publicDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  })

  it('says every part in the text, an alias with both roles', () => {
    const text = advisoryText(document)
    expect(text).toContain('CVE: CVE-2026-12345')
    expect(text).toContain('moth (Finder, Reporter)')
    expect(text).toContain('What you must do\nUpdate to a fixed version.')
    expect(text).toContain('27 Nov 2026, 10:00 UTC: Advisory announced.')
  })

  it('tells the way from report to announcement, and nothing internal', () => {
    expect(document.timeline.map(({ kind, at }) => [kind, at])).toEqual([
      ['reported', '2026-11-01T08:00:00.000Z'],
      ['acknowledged', '2026-11-01T20:00:00.000Z'],
      ['released', '2026-11-20T10:00:00.000Z'],
      ['announced', '2026-11-27T10:00:00.000Z'],
    ])
    expect(JSON.stringify(disclosureTimeline(events))).not.toMatch(/r1|r2|p1|m1|web|email/)
  })

  it('names nobody who did not accept', () => {
    const built = buildPublicDocument({
      ...contents([]),
      id: document.id,
      project: document.project,
      events: [],
      publishedAt: document.publishedAt,
      credits: [{ ...finder, consent: 'asked' }],
    })
    expect(built).toMatchObject({ ok: true, value: { credits: [] } })
  })

  it('is refused without title, summary or severity, even when gates are overridden', () => {
    const built = buildPublicDocument({
      ...contents([]),
      id: document.id,
      project: document.project,
      events,
      publishedAt: document.publishedAt,
      severity: null,
    })
    expect(built).toMatchObject({ ok: false, refusal: { code: 'incomplete' } })
  })
})
