import { beforeEach, describe, expect, it } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { attachments, cases, credits, reports } from '@/db/schema'
import { dayMs, hourMs } from '@/lib/instant'
import { reporterIn, reporterOf } from '@/server/auth/receipt-cookie'
import { publicStatistics } from '@/server/reports/public-statistics'
import { ownAttachment } from '@/server/reports/own-attachment'
import { ownReport } from '@/server/reports/own-report'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { verifyEvents } from '@/server/kernel/verify-events'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { anyone, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { caseView } from './case-view'
import { changeLine } from './change-line'
import { restrictCase } from './change-title'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { resolveCase } from './resolve-case'
import { splitReport } from './split-report'
import { askReporter, respondToReporter } from './write-to-reporter'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const twoInOne = {
  title: 'Two holes in the importer',
  description:
    'There are two vulnerabilities. CWE-22: names with dots leave the folder. CWE-79: names are written to the page as they are.',
  creditName: 'Robin',
  attachments: [new File(['proof'], 'proof.txt')],
}
const split = (more: object = {}) => ({
  title: 'Names are written to the page as they are',
  explanation: 'The first case is about the folder, the second about the page.',
  ...more,
})

/** A case of a report with two vulnerabilities, acknowledged an hour after it came, and answered an hour later. */
async function addTwoInOne() {
  const project = await addSampleProject()
  const first = await addOpenCase(project, twoInOne)
  advanceClock(hourMs)
  const answer = { body: 'We see both.', nextStep: 'A fix by Friday.' }
  value(await respondToReporter(project.handler, { ...first.named, ...answer }))
  advanceClock(hourMs)
  return { project, first }
}

describe('splitReport', () => {
  it('Two unrelated vulnerabilities in one report: split into two cases, both keep the credit and the original instant.', async () => {
    const { project, first } = await addTwoInOne()
    const before = value(await caseView(project.handler, first.named))
    expect(before.reports?.[0]?.splitSigns.map(({ sign }) => sign)).toContain('several_weaknesses')
    const { reference } = value(await splitReport(project.handler, { ...first.named, ...split() }))
    const second = value(await caseView(project.handler, { case: reference }))
    const again = value(await caseView(project.handler, first.named))

    expect(second).toMatchObject({
      title: 'Names are written to the page as they are',
      receivedAt: testStart,
      stage: 'acknowledged',
      handler: { id: project.handler.personId },
      related: [{ relation: 'split_from', reference: first.reference }],
    })
    expect(again.related).toEqual([{ relation: 'split_into', reference }])
    expect(again.reports?.[0]?.splitSigns).toEqual([])
    const promises = ({ clocks }: typeof second) =>
      clocks.map(({ kind, dueAt, status, metAt }) => ({ kind, dueAt, status, metAt }))
    expect(promises(second)).toEqual(promises(before))
    expect(promises(again)).toEqual(promises(before))
    const [copy] = second.reports ?? []
    expect(copy).toMatchObject({
      receivedAt: testStart,
      content: before.reports?.[0]?.content,
      contact: before.reports?.[0]?.contact,
      files: [{ name: 'proof.txt' }],
    })

    for (const named of [first.named, { case: reference }]) {
      value(
        await changeLine(project.handler, {
          ...named,
          line: project.line['2.x']!,
          seen: 1,
          affectedness: 'affected',
        }),
      )
      value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high' }))
      value(await confirmCase(project.handler, { ...named, reproduction: 'Seen on 2.4.0.' }))
    }
    expect(await db.select().from(credits)).toHaveLength(2)
    for (const named of [first.named, { case: reference }])
      expect(value(await caseView(project.handler, named)).advisory?.credits).toMatchObject([
        { name: 'Robin' },
      ])
    expect((await verifyEvents(db)).breaks).toEqual([])
  })

  it('opens both cases with the one receipt, each with its own conversation', async () => {
    const { project, first } = await addTwoInOne()
    const { reference } = value(await splitReport(project.handler, { ...first.named, ...split() }))
    const holder = await reporterOf(first.receipt)
    const inSecond = await reporterIn(holder, reference)
    const parts = [{ reference: first.reference }, { reference }]
    for (const actor of [holder, inSecond]) {
      const own = value(await ownReport(actor, {}))
      expect(own).toMatchObject({ parts, receivedAt: testStart, content: { title: twoInOne.title } })
      expect(own.messages.at(-1)?.body).toContain('The first case is about the folder')
      expect(JSON.stringify(own)).not.toContain('Names are written to the page as they are')
    }
    advanceClock(hourMs)
    value(await replyAsReporter(inSecond, { body: 'It is worse on 2.4.1.' }))
    expect(value(await ownReport(holder, {})).messages.map(({ body }) => body)).not.toContain(
      'It is worse on 2.4.1.',
    )
    expect(value(await ownReport(inSecond, {})).messages.at(-1)?.body).toBe('It is worse on 2.4.1.')
    const [file] = value(await ownReport(inSecond, {})).files
    expect(new TextDecoder().decode(value(await ownAttachment(inSecond, { file: file!.id })).content)).toBe(
      'proof',
    )

    for (const none of ['MAR-ZZZZZ', '', '\0', 'a\0b', '\ud800', 'x'.repeat(100_000)])
      expect(await reporterIn(holder, none)).toEqual(anyone)
    const other = await addOpenCase(project)
    expect(await reporterIn(holder, other.reference)).toEqual(anyone)
    expect(await reporterIn(await reporterOf(other.receipt), reference)).toEqual(anyone)
  })

  it('leaves an unanswered question to the first case, and counts the report once', async () => {
    const { project, first } = await addTwoInOne()
    value(await askReporter(project.handler, { ...first.named, body: 'Which version?' }))
    const { reference } = value(await splitReport(project.handler, { ...first.named, ...split() }))
    expect(value(await caseView(project.handler, first.named)).waitsForReporter).toBe(true)
    expect(value(await caseView(project.handler, { case: reference })).waitsForReporter).toBe(false)
    for (let n = 0; n < 3; n++)
      value(await acknowledgeCase(project.handler, { case: (await addReport(project)).reference }))
    await addReport(project)
    advanceClock(3 * dayMs)
    const { kept } = value(await publicStatistics(anyone, { project: project.slug }))
    expect(kept.acknowledge).toMatchObject({ reports: 5, percent: 80 })
    const rows = await db.select({ id: reports.id, splitFrom: reports.splitFrom }).from(reports)
    expect(rows.map(({ splitFrom }) => splitFrom).filter((id) => id !== null)).toEqual([first.reportId])
  })

  it('sent twice is one split; the reporter and the events tell of it', async () => {
    const { project, first } = await addTwoInOne()
    const form = { ...first.named, ...split({ submission: formKey() }) }
    const both = await Promise.all([splitReport(project.handler, form), splitReport(project.handler, form)])
    expect(value(both[0]).reference).toBe(value(both[1]).reference)
    expect(await db.select().from(cases)).toHaveLength(2)
    expect((await historyOf(first.caseId)).filter((type) => type === 'split_into')).toHaveLength(1)
    const [copy] = await db.select().from(reports).where(eq(reports.splitFrom, first.reportId))
    expect(await historyOf(copy!.caseId)).toEqual([
      'split_off',
      'report_received',
      'acknowledged',
      'responded',
    ])
    const mail = (await readMails()).find(({ occasion }) => occasion.startsWith('split'))
    expect(mail?.recipient.address).toBe('reporter@example.net')
    expect(mail?.body).not.toContain('folder')
  })

  it('takes along files, the restriction and a report that was split before', async () => {
    const { project, first } = await addTwoInOne()
    value(await restrictCase(project.handler, { ...first.named, isRestricted: 'on' }))
    const second = value(await splitReport(project.handler, { ...first.named, ...split() })).reference
    const third = value(await splitReport(project.handler, { case: second, ...split() })).reference
    expect(refusalOf(await caseView(project.observer, { case: third }))).toBe('not_found')
    expect(value(await ownReport(await reporterOf(first.receipt), {})).parts).toHaveLength(3)
    const [stored] = await db.select().from(cases).where(eq(cases.reference, third))
    const files = await db
      .select()
      .from(attachments)
      .where(and(eq(attachments.caseId, stored!.id)))
    expect(files).toHaveLength(1)
  })

  it('is refused on a closed case, without words, to observers, and not there for others', async () => {
    const { project, first } = await addTwoInOne()
    const input = { ...first.named, ...split() }
    expect(refusalOf(await splitReport(project.handler, { ...input, explanation: '', title: '' }))).toEqual([
      'invalid',
      'title',
      'explanation',
    ])
    expect(refusalOf(await splitReport(project.observer, input))).toBe('forbidden')
    for (const actor of [project.stranger, anyone])
      expect(refusalOf(await splitReport(actor, input))).toBe('not_found')
    const explanation = 'We tried 2.4.6.'
    value(await resolveCase(project.handler, { ...first.named, kind: 'not_reproducible', explanation }))
    expect(refusalOf(await splitReport(project.handler, input))).toBe('refused')
  })
})
