import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { LineStatus, ReleaseLine } from '@/domain/backports/line-status'
import type { CaseEvent } from '@/domain/cases/case-event'
import { advisoryDraftSchema, emptyDraft } from './advisory-draft'
import { affectedRanges, affectedSentence } from './affected-ranges'
import { advisoryText } from './advisory-text'
import { missingParts } from './completeness'
import type { CreditEntry } from './credit-ledger'
import { disclosureTimeline } from './disclosure-timeline'
import { interimNotice } from './interim-notice'
import {
  buildPublicDocument,
  publicDocumentSchema,
  type AdvisoryContents,
  type PublicDocument,
} from './public-document'
import { correctDocument, reviseForLateFix, withdrawDocument } from './revision'

const line = (name: string, more: Partial<ReleaseLine> = {}): ReleaseLine => ({
  id: name,
  name,
  range: name,
  branch: name,
  isDevelopment: false,
  supportedFrom: toInstant('2024-01-01T00:00:00Z'),
  supportedUntil: null,
  ...more,
})
const status = (name: string, more: Partial<LineStatus> = {}): LineStatus => ({
  line: line(name),
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'in_review',
  introducedIn: null,
  release: null,
  majorReason: null,
  ...more,
})
const fixedIn = (name: string, version: string, more: Partial<LineStatus> = {}): LineStatus =>
  status(name, {
    work: 'released',
    release: {
      version,
      releasedAt: toInstant('2026-11-20T10:00:00Z'),
      url: `https://example.org/releases/${version}`,
    },
    ...more,
  })

const draft = advisoryDraftSchema.parse({
  title: 'Template names escape the folder',
  summary: 'A template name with two dots reads files outside the folder.',
  impact: 'Anyone who chooses template names reads files.',
  actions: 'Update to a fixed version.',
  cveId: 'cve-2026-12345',
  creditDecision: 'as_in_ledger',
})
const finder: CreditEntry = { name: 'moth', link: null, roles: ['reporter', 'finder'], consent: 'accepted' }
const contents = (lines: readonly LineStatus[]): AdvisoryContents => ({
  draft,
  severity: { rating: 'high', cvss: [], cwes: ['CWE-22'] },
  lines,
  credits: [finder],
})
const events: CaseEvent[] = [
  {
    type: 'report_received',
    at: toInstant('2026-11-01T08:00:00Z'),
    data: { reportId: 'r1', channel: 'web' },
  },
  { type: 'acknowledged', at: toInstant('2026-11-01T20:00:00Z'), data: { handlerId: 'p1' } },
  {
    type: 'report_received',
    at: toInstant('2026-11-03T08:00:00Z'),
    data: { reportId: 'r2', channel: 'email' },
  },
  { type: 'note_added', at: toInstant('2026-11-04T08:00:00Z'), data: { messageId: 'm1' } },
  {
    type: 'patch_released',
    at: toInstant('2026-11-20T11:00:00Z'),
    data: { lineId: '2.4.x', version: '2.4.7', releasedAt: toInstant('2026-11-20T10:00:00Z') },
  },
]

function announced(lines: readonly LineStatus[]): PublicDocument {
  const built = buildPublicDocument({
    id: 'DDA-2026-7K3Q-X9AB',
    project: { name: 'Marmotte', slug: 'marmotte', packages: ['pkg:npm/marmotte'] },
    events,
    publishedAt: toInstant('2026-11-27T10:00:00Z'),
    ...contents(lines),
  })
  if (!built.ok) throw new Error(built.refusal.reason)
  return built.value
}
const valueOf = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { reason: string } },
): Value => {
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.value
}

describe('affected and fixed versions', () => {
  it('A bug on 1.x, 2.x, 3.x and 5.x, and 4.x gets no fix: rows per line; the document and the text say so', () => {
    const document = announced([
      fixedIn('1.x', '1.9.4'),
      fixedIn('2.x', '2.7.1', { introducedIn: '2.1.0' }),
      fixedIn('3.x', '3.3.3'),
      status('4.x', { plan: 'wont_fix', planReason: 'Nobody uses 4.x; move to 5.x', work: null }),
      fixedIn('5.x', '5.0.2'),
    ])
    expect(
      document.affected.map(({ line: name, state, versions, fixed }) => [name, state, versions, fixed]),
    ).toEqual([
      ['5.x', 'fixed', '>=5.0.0 <5.0.2', '5.0.2'],
      ['4.x', 'wont_fix', '>=4.0.0 <5.0.0', null],
      ['3.x', 'fixed', '>=3.0.0 <3.3.3', '3.3.3'],
      ['2.x', 'fixed', '>=2.1.0 <2.7.1', '2.7.1'],
      ['1.x', 'fixed', '>=1.0.0 <1.9.4', '1.9.4'],
    ])
    expect(advisoryText(document)).toContain(
      '4.x: >=4.0.0 <5.0.0 is affected and gets no fix: Nobody uses 4.x; move to 5.x.',
    )
  })

  it('A bug that a backport introduced on an old line only: that line affected, main not affected', () => {
    const affected = affectedRanges([
      fixedIn('2.4.x', '2.4.7', { introducedIn: '2.4.6' }),
      status('main', {
        line: line('main', { range: '*', isDevelopment: true }),
        affectedness: 'not_affected',
        justification: 'vulnerable_code_not_present',
        plan: null,
        work: null,
      }),
    ])
    expect(affected.map(affectedSentence)).toEqual([
      'main: not affected: the vulnerable code is not in it.',
      '2.4.x: >=2.4.6 <2.4.7 is affected; 2.4.7 has the fix.',
    ])
  })

  it.each<[name: string, one: LineStatus, versions: string | null, sentence: RegExp]>([
    ['a fix under way', status('2.4.x'), '>=2.4.0 <2.5.0', /not released yet/],
    [
      'out of support',
      status('2.4.x', { plan: 'out_of_support', work: null }),
      '>=2.4.0 <2.5.0',
      /gets no fix: the line is out of support\./,
    ],
    ['not known', status('2.4.x', { affectedness: 'unknown', plan: null, work: null }), null, /not known/],
    ['a line that begins with the fix', fixedIn('3.x', '3.0.0'), null, /first version, 3\.0\.0, has the fix/],
    [
      'a fix in the next major only',
      fixedIn('2.4.x', '3.0.0', { majorReason: 'Interface.' }),
      '>=2.4.0 <2.5.0',
      /3\.0\.0 has the fix/,
    ],
    [
      'a line without an end',
      status('main', { line: line('main', { range: '>=6.0.0-0' }) }),
      '>=6.0.0',
      />=6\.0\.0 is affected/,
    ],
    [
      'a release that was taken back',
      status('2.4.x', { work: 'merged' }),
      '>=2.4.0 <2.5.0',
      /not released yet/,
    ],
  ])('%s', (_, one, versions, sentence) => {
    const [affected] = affectedRanges([one])
    expect(affected?.versions).toBe(versions)
    expect(affected && affectedSentence(affected)).toMatch(sentence)
  })

  it('keep to themselves why a fix was accepted on request', () => {
    const [affected] = affectedRanges([
      fixedIn('2.4.x', '2.4.7', { planReason: 'Accepted on request: Acme is stuck' }),
    ])
    expect(JSON.stringify(affected)).not.toContain('Acme')
  })
})

describe('what an advisory lacks', () => {
  const severity = contents([]).severity
  const lines = [fixedIn('2.4.x', '2.4.7')]
  const parts = (...args: Parameters<typeof missingParts>) => missingParts(...args).map(({ part }) => part)

  it('is everything at first, in the order of the page', () => {
    expect(parts(emptyDraft, null, [], [])).toEqual([
      'title',
      'summary',
      'impact',
      'affected_versions',
      'actions',
      'severity',
      'credit',
      'cve',
    ])
  })

  it('is nothing when all is there', () => {
    expect(parts(draft, severity, lines, [finder])).toEqual([])
  })

  it.each<[part: string, args: Parameters<typeof missingParts>, says: RegExp]>([
    ['credit', [draft, severity, lines, [{ ...finder, consent: 'asked' }]], /Not answered yet.*moth/],
    ['credit', [draft, severity, lines, [{ ...finder, consent: 'declined' }]], /credit nobody/],
    [
      'credit',
      [{ ...draft, creditDecision: 'nobody', noCreditReason: 'As wished.' }, severity, lines, [finder]],
      /moth accepted/,
    ],
    ['credit', [{ ...draft, creditDecision: 'nobody' }, severity, lines, []], /Say why/],
    ['affected_versions', [draft, severity, [status('2.4.x', { plan: null })], [finder]], /2\.4\.x/],
    ['cve', [{ ...draft, cveId: null }, severity, lines, [finder]], /CVE id/],
  ])('is %s', (part, args, says) => {
    const missing = missingParts(...args)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatchObject({ part })
    expect(missing[0]?.reason).toMatch(says)
  })

  it('is no consent of a tool', () => {
    expect(
      parts(draft, severity, lines, [{ name: 'CodeQL', link: null, roles: ['tool'], consent: 'asked' }]),
    ).toEqual([])
  })
})

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

describe('the interim notice', () => {
  it('says in which versions the fix is and when details follow, and names no line without a release', () => {
    const notice = interimNotice({
      projectName: 'Marmotte',
      lines: [fixedIn('2.4.x', '2.4.7'), status('2.3.x'), fixedIn('3.x', '3.1.2')],
      detailsAt: toInstant('2026-11-28T09:00:00Z'),
    })
    expect(notice?.text).toBe(
      'A security fix was released in 3.1.2 and 2.4.7. Update now. Details follow on 28 Nov 2026, 09:00 UTC.',
    )
    expect(JSON.stringify(notice)).not.toContain('2.3')
  })

  it('does not exist before the first patch release, and promises no date that is not planned', () => {
    expect(interimNotice({ projectName: 'Marmotte', lines: [status('2.4.x')], detailsAt: null })).toBeNull()
    const undated = interimNotice({
      projectName: 'Marmotte',
      lines: [fixedIn('2.4.x', '2.4.7')],
      detailsAt: null,
    })
    expect(undated?.text).toMatch(/Details follow\.$/)
  })
})
