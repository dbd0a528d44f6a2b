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

  it.each([
    'gist.github.com/jane/abc123',
    'pastebin.com/raw/abc',
    'hxxps://evil[.]example[.]com/poc',
    'gist[.]github[.]com/jane/abc123',
    'Details: transfer.sh/abc/report.html',
    'Hello security team, I found a critical vulnerability in your product, please see https://a.example/1',
    'Dear team,\n\nplease find attached the report about a serious security issue in your software.\n\nKind regards,\nDr. Jane Doe\nSenior Researcher, Example Labs, Rotterdam',
    'Dear team, please find attached the report. Best regards, Jane Doe',
    'I have recorded a video that shows everything step by step, you can watch it here: https://a.example/v',
    'The full details and the proof of concept can be found in the following document: https://a.example/d',
    'Please open the PDF.',
    'test',
    'Hi, this is a test.',
    'Hallo liebes Team, ich habe eine kritische Sicherheitslücke in Ihrer Webseite gefunden, siehe https://a.example/1',
    'Sehr geehrte Damen und Herren, anbei finden Sie meinen Bericht als report.pdf. Mit freundlichen Grüßen, Jana Muster, Musterstadt',
    'Alle weiteren Einzelheiten stehen hier: pastebin.com/raw/abc',
    'Bitte die Datei im Anhang öffnen: bericht.pdf',
    'hallo',
  ])('is none that only points elsewhere or says nothing: %j', (description) => {
    expect(standInOf(description, 0)).not.toBeNull()
  })

  it.each([
    ['SQL injection in the id parameter of /api/users', 0],
    ['XSS in the search field', 1],
    ['Stored XSS in comments: https://a.example/poc', 0],
    ['RCE via upload', 0],
    ['Path traversal in index.php/admin', 0],
    ['Open redirect at https://a.example/go?to=', 0],
    ['The reset token stays valid after the password was changed.', 0],
    ['Version 2.3 crashes on empty input, see https://a.example/trace', 0],
    ['Hello,\nthe session cookie lacks the Secure flag on http.\nRegards, Jane', 0],
    ['Heap overflow in parse_header(), log attached', 1],
    ['IDOR: changing the number in /invoices/17 shows invoices of other customers', 0],
    ['Anyone can read other people’s invoices by counting up the number; screenshot attached', 1],
    ['Passwörter werden im Klartext protokolliert.', 0],
    ['SQL-Injection im Parameter id von /api/users', 0],
    [
      'Hallo, der Link zum Zurücksetzen gilt auch nach dem Ändern des Passworts weiter. Siehe https://a.example/1',
      0,
    ],
    ['Pufferüberlauf in der Funktion parse, Absturz liegt bei', 1],
    ['Mit zwei Punkten im Namen verlassen Einträge des Archivs ihren Ordner.', 0],
    ['Admin area without login: https://a.example/admin', 0],
  ])('may be short: %j', (description, files) => {
    expect(standInOf(description, files)).toBeNull()
  })

  it('takes a short description of what stands in the other fields, but no link in its place', () => {
    const steps = 'Set the header twice and send the request; the second value is taken unchecked.'
    expect(standInOf('See below', 0)).toBe('nothing')
    expect(standInOf('See below', 0, steps)).toBeNull()
    expect(standInOf('See below: https://a.example/1', 0, steps)).toBe('link')
    expect(standInOf('SQLi', 0)).toBeNull()
  })

  it.each(['a', 'a.', 'a-', 'kind regards ', 'hi ', 'http://', '漏', '@a.b/', ' \n'])(
    'is looked at in a moment, however long a text of %j is',
    (piece) => {
      const begun = performance.now()
      standInOf(piece.repeat(1_000_000 / piece.length), 0)
      expect(performance.now() - begun).toBeLessThan(1000)
    },
  )

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

  it('is nothing empty, of other letters or far too long', () => {
    expect(parseReceipt('')).toBeNull()
    expect(parseReceipt('U'.repeat(32))).toBeNull()
    expect(parseReceipt('0'.repeat(100_000))).toBeNull()
  })
})
