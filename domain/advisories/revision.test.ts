import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { announced, contents, draft, fixedIn, status, valueOf } from '@/test/sample-advisory'
import { advisoryText } from './advisory-text'
import { correctDocument, reviseForLateFix, withdrawDocument } from './revision'

describe('a revision of the public document', () => {
  const document = announced([fixedIn('2.4.x', '2.4.7'), status('2.3.x')])

  it('A late backport ships after the announcement: ranges regenerated, a revision, no second CVE', () => {
    const at = toInstant('2026-12-10T09:00:00Z')
    const late = [fixedIn('2.4.x', '2.4.7'), fixedIn('2.3.x', '2.3.9')]
    const revised = valueOf(reviseForLateFix(document, late, at))
    expect(revised).toMatchObject({
      id: document.id,
      cveId: document.cveId,
      publishedAt: document.publishedAt,
      updatedAt: at,
    })
    expect(revised.affected.map(({ fixed }) => fixed)).toEqual(['2.4.7', '2.3.9'])
    expect(revised.revisions.at(-1)).toEqual({ number: 2, at, kind: 'late_fix', note: '2.3.9 fixes 2.3.x.' })
    expect(revised.timeline.filter(({ kind }) => kind === 'released')).toHaveLength(2)
    expect(reviseForLateFix(revised, late, at)).toMatchObject({ ok: false, refusal: { code: 'nothing_new' } })
  })

  it('is corrected with a visible note, may gain a CVE id, and never gets a second one', () => {
    const at = toInstant('2026-12-01T09:00:00Z')
    const lines = [fixedIn('2.4.x', '2.4.7')]
    const corrected = valueOf(
      correctDocument(
        document,
        { ...contents(lines), draft: { ...draft, title: 'A better title' } },
        { at, note: 'Title corrected.' },
      ),
    )
    expect(corrected).toMatchObject({ title: 'A better title', cveId: 'CVE-2026-12345' })
    expect(corrected.revisions).toHaveLength(2)
    const other = { ...contents(lines), draft: { ...draft, cveId: 'CVE-2026-99999' } }
    expect(correctDocument(document, other, { at, note: 'New id.' })).toMatchObject({
      ok: false,
      refusal: { code: 'second_cve' },
    })
    expect(correctDocument({ ...document, cveId: null }, other, { at, note: 'Id assigned.' }).ok).toBe(true)
    expect(correctDocument(document, contents(lines), { at, note: ' ' })).toMatchObject({
      ok: false,
      refusal: { code: 'note_missing' },
    })
  })

  it('stays readable when withdrawn, says why, and is not revised again', () => {
    const at = toInstant('2026-12-01T09:00:00Z')
    const withdrawn = valueOf(withdrawDocument(document, { at, note: 'The report was mistaken.' }))
    expect(withdrawn.status).toBe('withdrawn')
    expect(advisoryText(withdrawn)).toContain('Withdrawn\nThe report was mistaken.')
    expect(withdrawDocument(withdrawn, { at, note: 'Again.' })).toMatchObject({
      ok: false,
      refusal: { code: 'withdrawn' },
    })
  })
})
