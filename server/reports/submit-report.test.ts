import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { attachments, cases, events, reports } from '@/db/schema'
import { parseReceipt } from '@/domain/reports/receipt'
import { hourMs, plusMs } from '@/lib/instant'
import { reporterOf } from '@/server/auth/receipt-cookie'
import { runForm } from '@/server/kernel/action'
import { jsonRoute } from '@/server/kernel/route'
import { vault } from '@/server/kernel/vault'
import { testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport, formKey, wholeReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { changePolicy } from '@/server/policies/change-policy'
import { defaultTerms } from '@/domain/policies/default-terms'
import { reportContact, reportContent } from './report-content'
import { submitReport } from './submit-report'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const jobsNamed = async (name: string) => {
  const { rows } = await db.execute<{ data: unknown }>(`select data from pgboss.job where name = '${name}'`)
  return rows.map((row) => row.data)
}

describe('submitReport', () => {
  it('takes a report without an account: one case, one event, one job, and a receipt that opens it', async () => {
    const project = await addProject()
    const { receipt, reference, caseId, reportId } = await addReport(project)
    expect(parseReceipt(receipt)).toBe(receipt)
    expect(await reporterOf(receipt.toLowerCase().replaceAll('-', ' '))).toEqual({
      kind: 'reporter',
      reportId,
    })
    expect(await db.select({ reference: cases.reference, stage: cases.stage }).from(cases)).toEqual([
      { reference, stage: 'received' },
    ])
    expect(await db.select().from(events).where(eq(events.chainId, caseId))).toMatchObject([
      { type: 'report_received', actor: { kind: 'anyone' }, data: { reportId, channel: 'web' } },
    ])
    expect(await jobsNamed('cases.welcome')).toEqual([{ caseId, reportId }])
  })

  it('keeps the words sealed, and gives them back as they were sent', async () => {
    const project = await addProject()
    const description = 'Ⓐ token\n\tworks — twice. Ein Schlüssel passt in zwei Schlösser, immer und überall.'
    const { caseId } = await addReport(project, { description, contactEmail: 'moth@example.test' })
    const [row] = await db.select().from(reports)
    const [caseRow] = await db.select().from(cases)
    expect(Buffer.from(row!.content).includes('token')).toBe(false)
    const key = vault().openCaseKey(caseId, caseRow!.wrappedKey)
    expect(reportContent(key, row!).description).toBe(description)
    expect(reportContact(key, row!)).toEqual({ name: null, email: 'moth@example.test' })
  })

  it('promises what the policy in force says, with the instants', async () => {
    const project = await addProject()
    const terms = {
      ...defaultTerms,
      acknowledge: { hours: 48, counting: 'calendar' as const },
      respond: { hours: 96, counting: 'calendar' as const, countedFrom: 'received' as const },
    }
    value(await changePolicy(project.lead, { project: project.slug, basedOn: 1, terms }))
    expect(await addReport(project)).toMatchObject({
      receivedAt: testStart,
      acknowledgeBy: plusMs(testStart, 48 * hourMs),
      respondBy: plusMs(testStart, 96 * hourMs),
    })
  })

  it('The same submission is sent twice (double click, retry after a lost answer): one report.', async () => {
    const project = await addProject()
    // Who is first is chance, and so is what the second meets first.
    for (let sent = 1; sent <= 8; sent++) {
      const form = wholeReport(project)
      const [first, second] = await Promise.all([submitReport(anyone, form), submitReport(anyone, form)])
      const third = await submitReport(anyone, form)
      expect(value(second)).toEqual(value(first))
      expect(value(third)).toEqual(value(first))
      expect(await db.select().from(reports)).toHaveLength(sent)
      expect(await jobsNamed('cases.welcome')).toHaveLength(sent)
    }
  })

  it('takes the same words from another form, or other words from the same form, as another report', async () => {
    const project = await addProject()
    const form = wholeReport(project)
    const receipts = [
      value(await submitReport(anyone, form)),
      value(await submitReport(anyone, { ...form, submission: formKey() })),
      value(await submitReport(anyone, { ...form, title: 'Another title' })),
    ].map(({ receipt }) => receipt)
    expect(new Set(receipts).size).toBe(3)
    expect(await db.select().from(reports)).toHaveLength(3)
  })

  it('The body is a single link, or only an attachment: refused with a reason the reporter can act on; nothing typed is lost.', async () => {
    const project = await addProject()
    const form = new FormData()
    const typed = {
      ...(wholeReport(project) as unknown as Record<string, string>),
      description: 'https://gist.example.org/1',
      toldOthers: 'Nobody.',
    }
    for (const [name, text] of Object.entries(typed)) form.append(name, text)
    const state = await runForm(submitReport, anyone, form, { lists: ['attachments'] })
    expect(state).toMatchObject({
      status: 'invalid',
      values: typed,
      fieldErrors: { description: [expect.stringContaining('only a link')] },
    })
    const attached = await submitReport(
      anyone,
      wholeReport(project, { description: 'See the PDF.', attachments: [new File(['%PDF'], 'a.pdf')] }),
    )
    expect(refusalOf(attached)).toEqual(['invalid', 'description'])
    expect(await db.select().from(reports)).toHaveLength(0)
  })

  it('names everything at once that is to be mended, from the top of the form to its end', async () => {
    const project = await addProject()
    const given = wholeReport(project, {
      contactEmail: 'moth at example.test',
      reporterKey: 'no key',
      creditLink: 'http://example.test',
      creditRoles: ['emperor' as never],
      disclosureDate: '2027-02-30T09:00',
      disclosureTimeZone: 'UTC',
      attachments: [new File([], 'empty.txt')],
      impact: '',
      description: 'https://gist.example.org/1',
      title: '',
    })
    const wrong = [
      ...['title', 'description', 'impact', 'attachments.0', 'disclosureDate', 'creditLink', 'creditRoles.0'],
      ...['contactEmail', 'reporterKey'],
    ]
    expect(refusalOf(await submitReport(anyone, given))).toEqual(['invalid', ...wrong])
    // With the form right, what speaks against the rest is named in the same order; and a field that is wrong is said once.
    const readable = {
      ...given,
      ...{
        title: 'T',
        contactEmail: '',
        creditLink: '',
        creditRoles: [],
        attachments: [],
        disclosureDate: '',
      },
    }
    expect(refusalOf(await submitReport(anyone, readable))).toEqual([
      ...['invalid', 'description', 'impact', 'reporterKey'],
    ])
  })

  it('keeps files, sealed, and refuses too many, too large and empty ones', async () => {
    const project = await addProject()
    const { reportId } = await addReport(project, { attachments: [new File(['one'], 'ön‮e\0.txt')] })
    expect(await db.select().from(attachments)).toMatchObject([{ reportId, messageId: null, sizeBytes: 3 }])
    const large = new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'large.bin')
    for (const files of [
      Array.from({ length: 6 }, () => new File(['x'], 'x')),
      [large],
      [new File([], 'empty')],
    ]) {
      const refused = await submitReport(anyone, wholeReport(project, { attachments: files }))
      expect(String((refusalOf(refused) as string[])[1])).toMatch(/^attachments/)
    }
  })

  it.each([
    ['NUL and control characters', 'a\0b\u0001c\u001bd'],
    ['lone surrogates', 'x\ud800y\udc00z'],
    ['text that reads from right to left', '\u202eevil\u2066 שלום \u2069'],
    ['scripts', '<script>alert(1)</script>'],
    ['SQL', "'; drop table reports; --"],
    ['a very long text', 'long '.repeat(200_000)],
    ['a form letter', '%s%n{{7*7}}${7*7}'],
  ])('answers %s in every field without failing', async (_name, hostile) => {
    const project = await addProject()
    const filled = Object.fromEntries(
      [
        'title',
        'impact',
        'reproduction',
        'suggestedFix',
        'affectedVersions',
        'toldOthers',
        'creditName',
        'contactName',
        'timeZone',
      ].map((name) => [name, hostile]),
    )
    const description = `The words around it make it a whole report, with all that belongs there: ${hostile}`
    const answer = await submitReport(anyone, wholeReport(project, { ...filled, description }))
    expect(answer.ok || answer.refusal.code === 'invalid').toBe(true)
    for (const name of [
      'contactEmail',
      'disclosureDate',
      'disclosureTimeZone',
      'submission',
      'project',
      'channel',
    ]) {
      const refused = await submitReport(anyone, wholeReport(project, { [name]: hostile }))
      expect(refused.ok || ['invalid', 'not_found'].includes(refused.refusal.code)).toBe(true)
    }
  })

  it('has no report without a project', async () => {
    await addProject()
    expect(refusalOf(await submitReport(anyone, wholeReport({ slug: 'nobody' })))).toBe('not_found')
  })

  it('shows instants in UTC to a browser whose zone nobody knows', async () => {
    const project = await addProject()
    await addReport(project, { timeZone: 'Mars/Olympus' })
    await addReport(project, { timeZone: 'Asia/Tokyo' })
    const zones = await db.select({ timeZone: reports.timeZone }).from(reports)
    expect(zones.map(({ timeZone }) => timeZone).sort()).toEqual(['Asia/Tokyo', 'UTC'])
  })
})

describe('POST /api/v1/projects/{project}/reports', () => {
  const post = (project: { slug: string }, body: unknown) =>
    jsonRoute(submitReport, { isPublic: true })(
      new Request('http://localhost:3000/api/v1', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({ project: project.slug, channel: 'api' }) },
    )

  it('takes a report as JSON, and says it came by the API whatever it claims', async () => {
    const project = await addProject()
    const answer = await post(project, { ...wholeReport(project), channel: 'web' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ receipt: expect.stringMatching(/^(\w{4}-){7}\w{4}$/) })
    expect(await db.select({ channel: reports.channel }).from(reports)).toEqual([{ channel: 'api' }])
  })

  it('answers as problem+json: 422 with the fields, 404 for an unknown project', async () => {
    const project = await addProject()
    const incomplete = await post(project, { submission: formKey() })
    expect(incomplete.status).toBe(422)
    expect(Object.keys(((await incomplete.json()) as { fields: object }).fields)).toEqual([
      'title',
      'description',
      'impact',
    ])
    expect((await post({ slug: 'nobody' }, wholeReport(project))).status).toBe(404)
  })
})
