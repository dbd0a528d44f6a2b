import { beforeEach, expect, it } from 'vitest'
import { dayMs, hourMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { now } from '@/server/kernel/clock'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { updateProfile } from '@/server/people/update-profile'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { escalateCase } from './escalate-case'
import { nearCases } from './overdue-cases'
import { sweepCases } from './sweep-cases'
import { askReporter, respondToReporter } from './write-to-reporter'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const near = () => nearCases({ tx: db, now: now() }, 10)
const escalate = (reference: string) => escalateCase(jobActor('cases.escalate'), { case: reference })
const mails = async () => (await readMails()).filter(({ occasion }) => occasion.startsWith('promise_near'))

it('the handler hears once that a promise is due soon, in the last quarter of its time', async () => {
  const project = await addSampleProject()
  const { reference, caseId } = await addOpenCase(project)
  // The detailed response is promised within 96 hours: from 72 on.
  advanceClock(72 * hourMs - 1)
  expect(await near()).toEqual([])
  expect(refusalOf(await escalate(reference))).toBe('refused')
  advanceClock(1)
  expect(await near()).toEqual([caseId])
  expect(value(await sweepCases(jobActor('cases.sweep'), {}))).toMatchObject({ near: 1, overdue: 0 })
  expect(value(await escalate(reference))).toEqual({ steps: 0, near: 1 })
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    recipient: { address: `${project.handler.personId}@example.org` },
    subject: `A promise is due soon: ${reference}`,
  })
  expect(mail?.body).toContain('Say what happens next: due 24 Nov 2026, 09:00 UTC')
  expect(mail?.body).not.toContain('Reset tokens')
  expect(await near()).toEqual([])
  expect(refusalOf(await escalate(reference))).toBe('refused')
  expect((await historyOf(caseId)).filter((type) => type === 'promise_near')).toHaveLength(1)
})

it('says when in the zone of whoever reads it, with UTC beside it', async () => {
  const project = await addSampleProject()
  value(await updateProfile(project.handler, { name: 'Mei', timeZone: 'Europe/Berlin' }))
  const { reference } = await addOpenCase(project)
  advanceClock(72 * hourMs)
  value(await escalate(reference))
  const [mail] = await mails()
  expect(mail?.body).toContain('Say what happens next: due Tue 24 Nov, 10:00 CET (24 Nov 2026, 09:00 UTC)')
})

it('while nobody answers for the case, everybody who could hears of it', async () => {
  const project = await addSampleProject()
  const { reference } = await addReport(project)
  advanceClock(36 * hourMs)
  value(await escalate(reference))
  expect((await mails()).map(({ recipient }) => recipient.address).sort()).toEqual(
    [project.handler, project.lead].map(({ personId }) => `${personId}@example.org`).sort(),
  )
})

it('not while the reporter is waited for, and not when it is done', async () => {
  const project = await addSampleProject()
  const { reference, named, reporter } = await addOpenCase(project)
  const text = { ...named, submission: formKey(), body: 'Which version is it that you tried this on?' }
  value(await askReporter(project.handler, text))
  advanceClock(10 * dayMs)
  expect(await near()).toEqual([])
  expect(refusalOf(await escalate(reference))).toBe('refused')
  value(await replyAsReporter(reporter, { submission: formKey(), body: 'It is 2.4.1, as it came.' }))
  expect(await near()).toEqual([])
  value(
    await respondToReporter(project.handler, {
      ...named,
      submission: formKey(),
      body: 'We reproduced it.',
      nextStep: 'A fix follows within two weeks.',
    }),
  )
  advanceClock(80 * hourMs)
  expect(await mails()).toEqual([])
  expect(refusalOf(await escalate(reference))).toBe('refused')
})
