import { beforeEach, describe, expect, it } from 'vitest'
import { defaultTerms } from '@/domain/policies/default-terms'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { resolveCase } from '@/server/cases/resolve-case'
import { writeNote } from '@/server/cases/write-note'
import { askReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { changePolicy } from '@/server/policies/change-policy'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { reporterOf } from '@/server/auth/receipt-cookie'
import { ownAttachment } from './own-attachment'
import { ownReport } from './own-report'
import { replyAsReporter } from './reply-as-reporter'

const database = await testDatabase()
beforeEach(resetDatabase)

const seen = async (reporter: Parameters<typeof ownReport>[0]) => value(await ownReport(reporter, {}))

describe('ownReport', () => {
  it('A reporter submits without an account, and comes back days later with the receipt: received, acknowledged, who answers (role), next due instant.', async () => {
    const project = await addProject()
    const { receipt, reference } = await addReport(project, { timeZone: 'Asia/Tokyo' })
    advanceClock(hourMs)
    value(await acknowledgeCase(project.handler, { case: reference }))
    advanceClock(3 * dayMs)
    const report = await seen(await reporterOf(receipt))
    expect(report).toMatchObject({
      reference,
      stage: 'acknowledged',
      answeredBy: 'handler',
      timeZone: 'Asia/Tokyo',
      turn: { waitsFor: 'team' },
      content: { title: 'Reset tokens stay valid' },
    })
    expect(report.way.slice(0, 3)).toEqual([
      { stage: 'received', state: 'done', reachedAt: testStart, promise: null },
      { stage: 'acknowledged', state: 'current', reachedAt: plusMs(testStart, hourMs), promise: null },
      { stage: 'confirmed', state: 'upcoming', reachedAt: null, promise: null },
    ])
    expect(report.clocks.find(({ kind }) => kind === 'respond')?.dueAt).toBe('2026-11-27T09:00:00.000Z')
    expect(JSON.stringify(report)).not.toContain('Handler of Marmotte')
  })

  it('shows one’s own conversation only: no notes, no other reporter, no names', async () => {
    const project = await addProject()
    const mine = await addReport(project)
    const other = await addReport(project, { title: 'Another one' })
    value(await writeToReporter(project.handler, { case: mine.reference, body: 'Thank you for this.' }))
    value(await writeToReporter(project.handler, { case: other.reference, body: 'Secret of the other.' }))
    value(await writeNote(project.handler, { case: mine.reference, body: 'Only among us.' }))
    advanceClock(hourMs)
    value(await replyAsReporter(mine.reporter, { body: 'You are welcome.' }))
    const report = await seen(mine.reporter)
    expect(report.messages.map(({ from, body }) => [from, body])).toEqual([
      ['team', 'Thank you for this.'],
      ['you', 'You are welcome.'],
    ])
    const all = JSON.stringify(report)
    for (const hidden of ['Secret of the other.', 'Only among us.', 'Handler of', 'Another one'])
      expect(all).not.toContain(hidden)
  })

  it('is nobody else’s: not a stranger’s, not the team’s, not that of a report that is gone', async () => {
    const project = await addProject()
    await addReport(project)
    const gone = { kind: 'reporter', reportId: crypto.randomUUID() } as const
    for (const actor of [anyone, project.handler, project.owner, gone])
      expect(refusalOf(await ownReport(actor, {}))).toBe('not_found')
  })

  it('A second finder reports the same embargoed bug: own conversation, and nothing of the first report; the explanation is shown.', async () => {
    const project = await addProject()
    const first = await addReport(project, { title: 'The first finding' })
    const second = await addReport(project, { title: 'The second finding' })
    value(await acknowledgeCase(project.handler, { case: second.reference }))
    const explanation = 'Somebody told us before. You keep your own credit.'
    value(
      await resolveCase(project.handler, {
        case: second.reference,
        kind: 'duplicate',
        explanation,
        ofCase: first.reference,
      }),
    )
    const report = await seen(second.reporter)
    expect(report).toMatchObject({ stage: 'closed', resolution: { kind: 'duplicate', explanation } })
    expect(report.way.map(({ stage }) => stage)).toEqual(['received', 'acknowledged', 'closed'])
    const all = JSON.stringify(report)
    for (const hidden of [first.reference, first.caseId, first.reportId, 'The first finding'])
      expect(all).not.toContain(hidden)
  })

  it('says plainly when we are late, and when the policy then lets the reporter publish', async () => {
    const project = await addProject()
    const terms = {
      ...defaultTerms,
      acknowledge: { hours: 24, counting: 'calendar' as const },
      respond: null,
      reporterMayPublishIfIgnored: true,
    }
    value(await changePolicy(project.lead, { project: project.slug, basedOn: 1, terms }))
    const { reporter, reference } = await addReport(project)
    expect(await seen(reporter)).toMatchObject({
      broken: [],
      mayPublish: false,
      reminder: { isAllowed: false },
    })
    advanceClock(25 * hourMs)
    const late = await seen(reporter)
    expect(late).toMatchObject({
      broken: [{ kind: 'acknowledge' }],
      mayPublish: true,
      reminder: { isAllowed: true },
    })
    expect(late.way[1]).toMatchObject({ stage: 'acknowledged', state: 'late', promise: { kind: 'due' } })
    value(await acknowledgeCase(project.handler, { case: reference }))
    expect(await seen(reporter)).toMatchObject({ broken: [], mayPublish: false })
  })

  it('says so as well under a policy without numbers: after a week, and once the reporter’s own date has passed', async () => {
    const project = await addProject()
    const terms = { ...defaultTerms, acknowledge: null, respond: null, reporterMayPublishIfIgnored: true }
    value(await changePolicy(project.owner, { project: project.slug, basedOn: 1, terms }))
    const { reporter, reference } = await addReport(project, {
      disclosureDate: '2026-12-20T09:00',
      disclosureTimeZone: 'UTC',
    })
    const standing = async () => {
      const { broken, mayPublish } = value(await ownReport(reporter, {}))
      return { broken: broken.map(({ kind }) => kind), mayPublish }
    }
    advanceClock(7 * dayMs)
    expect(await standing()).toEqual({ broken: [], mayPublish: false })
    advanceClock(1)
    expect(await standing()).toEqual({ broken: ['unacknowledged'], mayPublish: true })
    value(await acknowledgeCase(project.handler, { case: reference }))
    expect(await standing()).toEqual({ broken: [], mayPublish: false })
    advanceClock(30 * dayMs)
    expect((await standing()).broken).toContain('own_date')
  })

  it('waits for an answer to a question, and says from when the team may go on', async () => {
    const project = await addProject()
    const { reporter, reference } = await addReport(project)
    value(await askReporter(project.handler, { case: reference, body: 'Which version?' }))
    expect(await seen(reporter)).toMatchObject({
      turn: { waitsFor: 'reporter' },
      silencePassesAt: plusMs(testStart, 14 * dayMs),
    })
  })

  it('shows the planned instant, and the advisory once it is published', async () => {
    const project = await addAnnouncingProject()
    const made = await addAnnounceableCase(database, project, 'moth@example.test')
    const reporter = await reporterOf(made.receipt)
    const notBefore = plusMs(testStart, 7 * dayMs)
    const announced = async () => (await seen(reporter)).way.at(-1)
    expect(await announced()).toMatchObject({ promise: { kind: 'not_before', at: notBefore } })
    value(await scheduleAt(project, made.reference, plusMs(notBefore, hourMs)))
    expect(await announced()).toMatchObject({ promise: { kind: 'scheduled', at: plusMs(notBefore, hourMs) } })
    expect((await seen(reporter)).advisory).toBeNull()
    advanceClock(7 * dayMs + hourMs)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: made.id }))
    const report = await seen(reporter)
    expect(report.advisory?.href).toMatch(/^\/projects\/marmotte\/advisories\/DDA-2026-/)
    expect(report.way.every(({ state }) => state === 'done')).toBe(true)
  })
})

describe('ownAttachment', () => {
  it('gives back one’s own file, and nobody else’s', async () => {
    const project = await addProject()
    const mine = await addReport(project, { attachments: [new File(['log'], 'log "x"\n.txt')] })
    const other = await addReport(project, { attachments: [new File(['other'], 'other.txt')] })
    const [file] = (await seen(mine.reporter)).files
    const [foreign] = (await seen(other.reporter)).files
    const saved = value(await ownAttachment(mine.reporter, { file: file!.id }))
    expect([saved.name, Buffer.from(saved.content).toString()]).toEqual(['log "x"\n.txt', 'log'])
    expect(refusalOf(await ownAttachment(mine.reporter, { file: foreign!.id }))).toBe('not_found')
    expect(refusalOf(await ownAttachment(anyone, { file: file!.id }))).toBe('not_found')
    expect(refusalOf(await ownAttachment(mine.reporter, { file: '../x' }))).toEqual(['invalid', 'file'])
  })
})
