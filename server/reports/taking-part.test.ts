import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, credits, reports } from '@/db/schema'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { addCredit } from '@/server/advisories/change-credit'
import { jobActor } from '@/server/auth/job-actor'
import { askToVerify } from '@/server/cases/ask-to-verify'
import { caseView } from '@/server/cases/case-view'
import { reopenCase } from '@/server/cases/resolve-case'
import { shareDraft, unshareDraft } from '@/server/cases/share-draft'
import { dayMs, plusMs } from '@/lib/instant'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { answerVerification } from './answer-verification'
import { commentDraft, ownDraft } from './own-draft'
import { ownReport } from './own-report'
import { withdrawReport } from './withdraw-report'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** A case with its lines released and its advisory written; the reporter of it. */
async function ready() {
  const project = await addAnnouncingProject()
  const made = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const [report] = await db.select().from(reports).where(eq(reports.caseId, made.id))
  const reporter = { kind: 'reporter', reportId: report?.id ?? '' } as const
  return { project, ...made, reporter, named: { case: made.reference } }
}

const publish = async ({ project, id, reference }: Awaited<ReturnType<typeof ready>>) => {
  const at = plusMs(testStart, 8 * dayMs)
  value(await scheduleAt(project, reference, at))
  setClock(at)
  expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))).toBe('published')
}

describe('a shared draft', () => {
  it('is read and commented on by its reporter, until it is taken back', async () => {
    const { project, named, reporter, id } = await ready()
    expect(refusalOf(await ownDraft(reporter, {}))).toBe('not_found')
    value(await shareDraft(project.handler, named))
    expect(value(await ownReport(reporter, {})).draftShared).toBe(true)
    const { version, document } = value(await ownDraft(reporter, {}))
    expect(document).toMatchObject({ title: 'Template names escape the folder', status: 'announced' })
    const comment = { seen: version, body: 'The impact says too much.', submission: formKey() }
    const first = value(await commentDraft(reporter, comment))
    expect(value(await commentDraft(reporter, comment))).toEqual(first)
    const view = value(await caseView(project.handler, named))
    expect(view.reports?.[0]?.isDraftShared).toBe(true)
    expect(view.messages.at(-1)).toMatchObject({ body: comment.body, kind: 'reply', draftVersion: version })
    expect((await historyOf(id)).slice(-2)).toEqual(['draft_shared', 'reporter_replied'])
    expect((await readMails()).filter(({ occasion }) => occasion.includes(':draft:'))).toHaveLength(1)

    value(await unshareDraft(project.handler, named))
    expect(refusalOf(await ownDraft(reporter, {}))).toBe('not_found')
    expect(refusalOf(await commentDraft(reporter, { ...comment, submission: formKey() }))).toBe('not_found')
    expect((await historyOf(id)).at(-1)).toBe('draft_unshared')
  })

  it('is shared once, also when two share it at the same moment, and taken back once', async () => {
    const { project, named } = await ready()
    const both = await Promise.all([shareDraft(project.handler, named), shareDraft(project.lead, named)])
    expect(both.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['refused'])
    value(await unshareDraft(project.handler, named))
    expect(refusalOf(await unshareDraft(project.handler, named))).toBe('refused')
  })

  it('names nobody else who reported it', async () => {
    const { project, named, reporter, id } = await ready()
    const other = await addReport(project, { creditName: 'The other finder' })
    value(
      await addCredit(project.handler, {
        ...named,
        name: 'A tool',
        link: '',
        roles: ['tool'],
        consent: 'asked',
      }),
    )
    const [row] = await db.select().from(credits).where(eq(credits.caseId, id)).limit(1)
    await db
      .update(credits)
      .set({ reportId: other.reportId })
      .where(eq(credits.id, row?.id ?? ''))
    value(await shareDraft(project.handler, named))
    expect(value(await ownDraft(reporter, {})).document.credits.map(({ name }) => name)).toEqual(['A tool'])
  })

  it('is not shared before there is one, nor once it is published, nor by who may not', async () => {
    const made = await ready()
    const { project, named, reporter } = made
    for (const actor of [project.observer, reporter])
      expect(refusalOf(await shareDraft(actor, named))).toBe('forbidden')
    expect(refusalOf(await shareDraft(project.stranger, named))).toBe('not_found')
    const young = await addReport(project)
    expect(refusalOf(await shareDraft(project.handler, { case: young.reference }))).toBe('refused')
    expect(refusalOf(await shareDraft(project.handler, { ...named, report: young.reportId }))).toBe(
      'not_found',
    )
    value(await shareDraft(project.handler, named))
    await publish(made)
    expect(refusalOf(await ownDraft(reporter, {}))).toBe('not_found')
    expect(value(await ownReport(reporter, {})).draftShared).toBe(false)
    value(await unshareDraft(project.handler, named))
    expect(refusalOf(await shareDraft(project.handler, named))).toBe('refused')
  })
})

describe('verifying a fix', () => {
  it('is asked on a line, answered by the reporter, and stored on the line', async () => {
    const { project, named, reporter, id, lines } = await ready()
    const [line = ''] = lines
    value(await askToVerify(project.handler, { ...named, line, words: 'The loader, please.' }))
    expect(refusalOf(await askToVerify(project.handler, { ...named, line }))).toBe('refused')
    expect(value(await caseView(project.handler, named)).waitsForReporter).toBe(true)
    const own = value(await ownReport(reporter, {}))
    expect(own.verifications).toEqual([
      { lineId: line, line: '1.2.x', version: '1.2.7', url: 'https://git.example.org/releases/1.2.7' },
    ])
    expect(own.messages.at(-1)).toMatchObject({ kind: 'question', from: 'team' })
    value(await answerVerification(reporter, { line, result: 'verified', words: '' }))
    const view = value(await caseView(project.handler, named))
    expect(view.lines.find((one) => one.id === line)).toMatchObject({
      work: 'verified',
      release: { version: '1.2.7' },
    })
    expect(view.messages.at(-1)?.body).toBe('1.2.7 (1.2.x): the fix works for me.')
    expect((await historyOf(id)).slice(-4)).toEqual([
      'question_asked',
      'verification_asked',
      'fix_verified',
      'reporter_replied',
    ])
    expect(value(await ownReport(reporter, {})).verifications).toEqual([])
    expect((await readMails()).map(({ occasion }) => occasion)).toContainEqual(
      expect.stringMatching(/^fix_verified:/),
    )
  })

  it('still vulnerable opens the line again, with their words, and suspends the schedule', async () => {
    const { project, named, reporter, reference, id, lines } = await ready()
    const [line = ''] = lines
    value(await scheduleAt(project, reference, plusMs(testStart, 8 * dayMs)))
    value(await askToVerify(project.handler, { ...named, line }))
    const answer = { line, result: 'vulnerable' as const, words: '' }
    expect(refusalOf(await answerVerification(reporter, answer))).toEqual(['invalid', 'words'])
    value(await answerVerification(reporter, { ...answer, words: 'A tab in the name still escapes.' }))
    const view = value(await caseView(project.handler, named))
    expect(view.lines.find((one) => one.id === line)).toMatchObject({ work: 'in_progress', release: null })
    expect(view.messages.at(-1)?.body).toContain('A tab in the name still escapes.')
    expect(view.stage).toBe('fixing')
    expect(view.advisory?.schedule?.suspendedAt).toBe(testStart)
    expect(await historyOf(id)).toContain('fix_failed')
    expect(await historyOf(id)).toContain('schedule_suspended')
  })

  it('is answered once, only when asked, and by that reporter alone', async () => {
    const { project, named, reporter, lines } = await ready()
    const [line = '', second = ''] = lines
    const answer = { line, result: 'verified' as const }
    expect(refusalOf(await answerVerification(reporter, answer))).toBe('not_found')
    value(await askToVerify(project.handler, { ...named, line }))
    const other = await addReport(project)
    expect(refusalOf(await answerVerification(other.reporter, answer))).toBe('not_found')
    expect(refusalOf(await answerVerification(anyone, answer))).toBe('not_found')
    expect(refusalOf(await answerVerification(reporter, { ...answer, line: second }))).toBe('not_found')
    const both = await Promise.all([
      answerVerification(reporter, answer),
      answerVerification(reporter, answer),
    ])
    expect(both.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['not_found'])
  })

  it('is asked of a released line only, and undoes nothing once the advisory is published', async () => {
    const made = await ready()
    const { project, named, reporter, lines } = made
    const [line = ''] = lines
    value(await askToVerify(project.handler, { ...named, line }))
    await publish(made)
    const failed = { line, result: 'vulnerable' as const, words: 'It still escapes.' }
    expect(refusalOf(await answerVerification(reporter, failed))).toBe('refused')
    value(await answerVerification(reporter, { line, result: 'verified' }))
    expect(refusalOf(await askToVerify(project.handler, { ...named, line }))).toBe('refused')
    expect(refusalOf(await askToVerify(project.stranger, { ...named, line }))).toBe('not_found')
  })
})

describe('withdrawReport', () => {
  it('closes what nobody has confirmed, after it was ticked, and tells the team', async () => {
    const project = await addProject()
    const { reporter, caseId, reference } = await addReport(project)
    expect(refusalOf(await withdrawReport(reporter, {}))).toEqual(['invalid', 'confirmed'])
    value(await withdrawReport(reporter, { confirmed: 'on', reason: 'It was my own proxy.' }))
    expect(await db.select({ resolution: cases.resolution }).from(cases)).toEqual([
      { resolution: 'withdrawn' },
    ])
    expect(await historyOf(caseId)).toEqual([
      'report_received',
      'report_withdrawn',
      'reporter_replied',
      'resolved',
    ])
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view.reports?.[0]?.isWithdrawn).toBe(true)
    expect(view.messages.at(-1)?.body).toBe('It was my own proxy.')
    expect(
      (await readMails()).filter(({ occasion }) => occasion.startsWith('report_withdrawn:')),
    ).toHaveLength(2)
    expect(refusalOf(await withdrawReport(reporter, { confirmed: 'on' }))).toBe('refused')
    value(await reopenCase(project.lead, { case: reference, reason: 'We see it too.' }))
    expect(value(await ownReport(reporter, {})).withdrawal).toEqual({ isDone: false, hindrance: null })
  })

  it('of two at once one is refused', async () => {
    const { reporter } = await addReport(await addProject())
    const both = await Promise.all([1, 2].map(() => withdrawReport(reporter, { confirmed: 'on' })))
    expect(both.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['refused'])
  })

  it('leaves a case open that another report leads to as well', async () => {
    const project = await addSampleProject()
    const first = await addOpenCase(project)
    const second = await addReport(project)
    await db.update(reports).set({ caseId: first.caseId }).where(eq(reports.id, second.reportId))
    value(await withdrawReport(first.reporter, { confirmed: 'on' }))
    const [row] = await db.select().from(cases).where(eq(cases.id, first.caseId))
    expect(row?.resolution).toBeNull()
    expect(await historyOf(first.caseId)).toContain('report_withdrawn')
  })

  it('is refused for what is confirmed, and is not there for anybody else', async () => {
    const { project, reporter } = await ready()
    expect(refusalOf(await withdrawReport(reporter, { confirmed: 'on' }))).toBe('refused')
    expect(value(await ownReport(reporter, {})).withdrawal.hindrance).toContain('confirmed')
    for (const actor of [anyone, project.lead])
      expect(refusalOf(await withdrawReport(actor, { confirmed: 'on' }))).toBe('not_found')
  })
})
