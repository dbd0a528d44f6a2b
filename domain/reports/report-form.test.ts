import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport, standInOf } from './complete-in-itself'
import { formatReceipt, parseReceipt, receiptBytes } from './receipt'
import { reportFormSchema, reportLimits, termsOfForm } from './report-form'
import { creditName, localInstant, reporterDeadline } from './reporter-terms'
import { severalVulnerabilities } from './several-vulnerabilities'

const typed = {
  title: 'Path traversal',
  description: 'The name of an upload is joined to the folder unchecked.',
}
const parse = (more: object = {}) => reportFormSchema.parse({ ...typed, ...more })
const problems = (more: object) =>
  Object.fromEntries(
    reportFormSchema
      .safeParse({ ...typed, ...more })
      .error?.issues.map((one) => [one.path[0], one.message]) ?? [],
  )

describe('reportFormSchema', () => {
  it('takes a title and a description alone', () => {
    expect(parse()).toMatchObject({
      impact: null,
      disclosureDate: null,
      creditAs: 'name',
      exploited: false,
      contactEmail: null,
    })
  })

  it('takes an HTML form with everything left empty', () => {
    const empty = {
      impact: '',
      disclosureDate: '',
      disclosureTimeZone: 'Europe/Berlin',
      contactEmail: '',
      creditName: '',
    }
    expect(parse(empty)).toMatchObject({ impact: null, contactEmail: null, creditName: null })
  })

  it.each([
    ['an empty title', { title: ' ' }, 'title', /one line/],
    [
      'an endless description',
      { description: 'x'.repeat(reportLimits.body + 1) },
      'description',
      /60,000.*60,001/,
    ],
    ['half an address', { contactEmail: 'ann@' }, 'contactEmail', /leave it empty/],
    ['a date without a zone', { disclosureDate: '2027-03-01T09:00' }, 'disclosureTimeZone', /time zone/],
    [
      'a zone that is none',
      { disclosureDate: '2027-03-01T09:00', disclosureTimeZone: 'Mars' },
      'disclosureTimeZone',
      /time zone/,
    ],
    [
      'a day that is none',
      { disclosureDate: '2027-02-30T09:00', disclosureTimeZone: 'UTC' },
      'disclosureDate',
      /no such date/,
    ],
  ])('says how to mend %s', (_name, more, field, message) => {
    expect(problems(more)[field]).toMatch(message)
  })

  it('accepts or refuses whatever is sent, and never throws', () => {
    const anything = fc.record(
      Object.fromEntries(
        Object.keys(reportFormSchema.shape).map((key) => [
          key,
          fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        ]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anything, (given) => {
        const result = reportFormSchema.safeParse(given)
        expect(result.success || result.error.issues.every((issue) => issue.message !== '')).toBe(true)
      }),
    )
  })
})

const arrived = '2026-11-20T21:00:00.000Z'

describe('the reporter’s own terms', () => {
  it('count days after the report from the moment it arrived, in the reporter’s zone', () => {
    const form = parse({ disclosureDays: '30', disclosureTimeZone: 'Asia/Tokyo' })
    expect(termsOfForm(form, arrived)).toMatchObject({
      disclosureAt: '2026-12-20T21:00:00.000Z',
      disclosureTimeZone: 'Asia/Tokyo',
    })
    expect(termsOfForm(parse({ disclosureDays: ' ' }), arrived).disclosureAt).toBeNull()
  })

  it.each([
    [{ disclosureDays: '0' }, 'disclosureDays'],
    [{ disclosureDays: 'soon' }, 'disclosureDays'],
    [
      { disclosureDays: '30', disclosureDate: '2027-03-01T09:00', disclosureTimeZone: 'UTC' },
      'disclosureDays',
    ],
    [{ creditLink: 'http://example.test' }, 'creditLink'],
    [{ creditRoles: ['coordinator'] }, 'creditRoles'],
  ])('refuse %j at its field', (more, field) => {
    const result = reportFormSchema.safeParse({ title: 'T', description: 'D', ...more })
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it('keep the roles a reporter says they had, in the order of the ledger', () => {
    const credit = { creditName: 'Ann', creditRoles: ['remediation_developer', 'finder'] }
    expect(termsOfForm(parse(credit), arrived).credit).toMatchObject({
      roles: ['finder', 'remediation_developer'],
    })
  })

  it('read 1 March 09:00 in Berlin as an instant', () => {
    const form = parse({
      disclosureDate: '2027-03-01T09:00',
      disclosureTimeZone: 'Europe/Berlin',
      contactName: 'Ann',
    })
    expect(termsOfForm(form, arrived)).toEqual({
      disclosureAt: '2027-03-01T08:00:00.000Z',
      disclosureTimeZone: 'Europe/Berlin',
      credit: { as: 'name', name: 'Ann', handle: null, link: null, roles: ['finder', 'reporter'] },
    })
  })

  it('read a skipped hour later and a doubled hour first', () => {
    expect(localInstant('2027-03-28T02:30', 'Europe/Berlin')).toEqual({
      ok: true,
      value: '2027-03-28T01:30:00.000Z',
    })
    expect(localInstant('2027-10-31T02:30', 'Europe/Berlin')).toEqual({
      ok: true,
      value: '2027-10-31T00:30:00.000Z',
    })
  })

  it.each(['+01:00', '2020-01-01T00:00[Europe/Berlin]', 'Mars/Olympus', ''])(
    'take no time in “%s”, which pages could not show',
    (zone) => {
      expect(localInstant('2027-03-01T09:00', zone)).toMatchObject({ ok: false, refusal: { code: 'zone' } })
    },
  )

  it('take the earliest date of several reporters', () => {
    const at = '2027-03-01T08:00:00.000Z' as const
    expect(
      reporterDeadline([
        { disclosureAt: null },
        { disclosureAt: at },
        { disclosureAt: '2027-04-01T08:00:00.000Z' },
      ]),
    ).toBe(at)
    expect(reporterDeadline([{ disclosureAt: null }])).toBeNull()
  })

  it.each([
    [{ creditAs: 'none', creditName: 'Ann' }, null],
    [{ creditAs: 'anonymous', creditName: 'Ann' }, 'Anonymous'],
    [{ creditAs: 'name' }, 'Anonymous'],
    [{ creditAs: 'name', creditName: 'Ann A.', contactName: 'Ann' }, 'Ann A.'],
    [{ creditAs: 'name', creditHandle: 'moth', contactName: 'Ann' }, 'moth'],
    [{ creditAs: 'name', creditName: 'Ann A.', creditHandle: 'moth' }, 'Ann A. (moth)'],
  ])('credit %j', (more, name) => {
    expect(creditName(termsOfForm(parse(more), arrived).credit)).toBe(name)
  })
})

describe('a report complete in itself', () => {
  it.each([
    ['https://gist.example/1', 0, 'link'],
    ['PoC: <https://gist.example/1> please have a look', 0, 'link'],
    ['[details](https://a.example/x) and https://b.example/y', 0, 'link'],
    ['See attached.', 0, 'attachment'],
    ['report.pdf', 1, 'attachment'],
    ['Everything is inside', 1, 'attachment'],
    ['XSS in the name field', 0, null],
    ['The search field writes its value into the page unescaped, see https://a.example', 0, null],
    ['搜索框未转义输出用户输入导致脚本执行 https://a.example', 0, null],
  ])('%j with %i files: %s', (description, files, expected) => {
    expect(standInOf(description, files)).toBe(expected)
  })

  const must = (fields: Array<'description' | 'impact' | 'contact'>, completeInItself = true) => ({
    reportMustHave: { fields, completeInItself, oneVulnerability: true },
  })
  const context = { attachments: 0, now: '2026-11-20T09:00:00.000Z' } as const

  it('says what to mend in a bare link, unless the policy takes links', () => {
    const form = parse({ description: 'https://gist.example/1' })
    expect(checkReport(form, must([]), context).errors.description).toMatch(/in your own words/)
    expect(checkReport(form, must([], false), context).errors).toEqual({})
  })

  it('demands the impact but never a contact', () => {
    const check = checkReport(parse(), must(['description', 'impact', 'contact']), context)
    expect(Object.keys(check.errors)).toEqual(['impact'])
    expect(check.warnings.contactEmail).toMatch(/receipt/)
    const whole = parse({ impact: 'Reads any file.', contactEmail: 'ann@example.org' })
    expect(checkReport(whole, must(['impact', 'contact']), context)).toEqual({ errors: {}, warnings: {} })
  })

  it('refuses a disclosure date that has passed', () => {
    const form = parse({ disclosureDate: '2026-11-20T09:00', disclosureTimeZone: 'UTC' })
    expect(checkReport(form, must([]), context).errors.disclosureDate).toMatch(/has passed/)
  })
})

describe('signs of several vulnerabilities', () => {
  it.each([
    ['One SQL injection (CWE-89). CWE-89 again.', []],
    ['CWE-79 in search, cwe-89 in login.', ['several_weaknesses']],
    ['## Vulnerability 1: XSS\n…\n## Vulnerability 2: SSRF', ['numbered_findings']],
    ['I found two separate vulnerabilities.', ['says_so']],
    ['CVE-2024-1234 and CVE-2024-99999 are both still open.', ['several_identifiers']],
    ['1. Open the page\n2. Type a quote', []],
  ])('%j', (text, signs) => {
    expect(severalVulnerabilities(text).map((one) => one.sign)).toEqual(signs)
  })
})

describe('a receipt', () => {
  it('reads back however it was copied', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: receiptBytes, maxLength: receiptBytes }), (bytes) => {
        const receipt = formatReceipt(bytes)
        expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
        const copied = ` ${receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
        expect(parseReceipt(copied)).toBe(receipt)
        expect(parseReceipt(receipt.slice(1))).toBeNull()
      }),
    )
  })

  it('is nothing else', () => {
    expect(parseReceipt('')).toBeNull()
    expect(parseReceipt('U'.repeat(32))).toBeNull()
    expect(parseReceipt('0'.repeat(100_000))).toBeNull()
  })
})
