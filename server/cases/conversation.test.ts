import { beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { ownReport } from '@/server/reports/own-report'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { caseView } from './case-view'
import { passSilence } from './pass-silence'
import { writeNote } from './write-note'
import { askReporter, respondToReporter, writeToReporter } from './write-to-reporter'

beforeEach(resetDatabase)

const clockOf = async (actor: Parameters<typeof caseView>[0], named: { case: string }, kind: string) =>
  value(await caseView(actor, named)).clocks.find((clock) => clock.kind === kind)

describe('what is written to the reporter', () => {
  it('first acknowledges the report, and is told by a mail that says nothing of it', async () => {
    const project = await addSampleProject()
    const { reference, caseId } = await addReport(project, { contactEmail: 'reporter@example.net' })
    const named = { case: reference }
    value(await writeToReporter(project.handler, { ...named, body: 'Thank you, we look into the tokens.' }))
    expect(await historyOf(caseId)).toEqual(['report_received', 'acknowledged', 'message_sent'])
    const view = value(await caseView(project.handler, named))
    expect(view.handler?.id).toBe(project.handler.personId)
    expect(view.messages).toMatchObject([
      { kind: 'message', author: project.handler.name, body: 'Thank you, we look into the tokens.' },
    ])
    const mails = (await readMails()).filter(({ occasion }) => occasion.startsWith('message:'))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).not.toContain('tokens')
  })

  it('meets the second promise only when it says what happens next', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    value(await writeToReporter(project.handler, { ...named, body: 'Thanks.' }))
    expect((await clockOf(project.handler, named, 'respond'))?.status).toBe('running')
    expect(
      refusalOf(await respondToReporter(project.handler, { ...named, body: 'Seen.', nextStep: ' ' })),
    ).toEqual(['invalid', 'nextStep'])
    value(await respondToReporter(project.handler, { ...named, body: 'Seen.', nextStep: 'A fix by Friday.' }))
    expect((await clockOf(project.handler, named, 'respond'))?.status).toBe('met')
    expect(value(await caseView(project.handler, named)).messages.at(-1)?.body).toBe(
      'Seen.\n\nWhat happens next: A fix by Friday.',
    )
  })

  it('is one message when the form is sent twice, and two when another text came from it', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const submission = formKey()
    const first = value(await writeToReporter(project.handler, { ...named, body: 'Hello.', submission }))
    const second = value(await writeToReporter(project.handler, { ...named, body: 'Hello.', submission }))
    expect(second).toEqual(first)
    value(await writeToReporter(project.handler, { ...named, body: 'Hello again.', submission }))
    const { messages } = value(await caseView(project.handler, named))
    expect(messages.map(({ body }) => body)).toEqual(['Hello.', 'Hello again.'])
  })

  it('goes to a report of this case only', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const other = await addReport(project)
    expect(
      refusalOf(await writeToReporter(project.handler, { ...named, body: 'x', report: other.reportId })),
    ).toBe('refused')
    expect(refusalOf(await writeToReporter(project.handler, { ...named, body: ' ' }))).toEqual([
      'invalid',
      'body',
    ])
  })
})

describe('writeNote', () => {
  it('is for the team alone: no reporter reads it, no mail goes out', async () => {
    const project = await addSampleProject()
    const { named, caseId, reporter } = await addOpenCase(project)
    const mailsBefore = (await readMails()).length
    value(await writeNote(project.handler, { ...named, body: 'The mail templates have it too.' }))
    expect((await historyOf(caseId)).at(-1)).toBe('note_added')
    expect(await readMails()).toHaveLength(mailsBefore)
    expect(JSON.stringify(value(await ownReport(reporter, {})))).not.toContain('mail templates')
    const view = value(await caseView(project.observer, named))
    expect(view.messages).toMatchObject([{ kind: 'note', reportId: null, author: project.handler.name }])
  })
})

describe('a question', () => {
  it('The reporter is silent for 14 days after a question: the handler may go on, the reporter is told, credit is kept.', async () => {
    const project = await addSampleProject()
    const { named, caseId, reporter } = await addOpenCase(project, { creditName: 'Ada' })
    value(await askReporter(project.handler, { ...named, body: 'Which version?' }))
    expect(value(await ownReport(reporter, {})).silencePassesAt).toBe(plusMs(testStart, 14 * dayMs))
    expect((await clockOf(project.handler, named, 'respond'))?.status).toBe('paused')
    const view = value(await caseView(project.handler, named))
    expect(view.waitsForReporter).toBe(true)
    expect(view.acts.pass_silence).toMatchObject({ allowed: false })

    advanceClock(14 * dayMs - hourMs)
    expect(refusalOf(await passSilence(project.handler, named))).toBe('refused')
    advanceClock(hourMs)
    expect(value(await caseView(project.handler, named)).acts.pass_silence).toEqual({ allowed: true })
    value(await passSilence(project.handler, named))
    const after = value(await caseView(project.handler, named))
    expect(after.waitsForReporter).toBe(false)
    expect(after.messages.at(-1)).toMatchObject({ kind: 'notice', author: null })
    expect(after.messages.at(-1)?.body).toContain('You keep your credit')
    expect((await historyOf(caseId)).at(-1)).toBe('silence_passed')
    expect((await clockOf(project.handler, named, 'respond'))?.status).toBe('running')
    expect((await readMails()).at(-1)?.recipient.address).toBe('reporter@example.net')
    expect(refusalOf(await passSilence(project.handler, named))).toBe('refused')
    const own = value(await ownReport(reporter, {}))
    expect(own.turn.waitsFor).toBe('nobody')
    expect(own.silencePassesAt).toBeNull()
    expect(own.messages.at(-1)).toMatchObject({ from: 'desk', body: after.messages.at(-1)?.body })
    expect(own.terms.credit).toMatchObject({ as: 'name', name: 'Ada' })
  })

  it('is over with the answer', async () => {
    const project = await addSampleProject()
    const { named, reporter } = await addOpenCase(project)
    value(await askReporter(project.handler, { ...named, body: 'Which version?' }))
    advanceClock(hourMs)
    value(await replyAsReporter(reporter, { body: 'Version 2.1.', submission: formKey() } as never))
    const view = value(await caseView(project.handler, named))
    expect(view.waitsForReporter).toBe(false)
    expect(view.next?.act).toBe('reply_to_reporter')
    expect(view.messages.at(-1)).toMatchObject({
      kind: 'reply',
      author: 'The reporter',
      body: 'Version 2.1.',
    })
  })
})
