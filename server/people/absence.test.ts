import { beforeEach, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import { eq } from 'drizzle-orm'
import { dayMs, hourMs, plusMs, toInstant } from '@/lib/instant'
import { caseQueue } from '@/server/cases/case-queue'
import { caseView } from '@/server/cases/case-view'
import { escalateCase } from '@/server/cases/escalate-case'
import { handlerSuggestion } from '@/server/cases/handler-suggestion'
import { jobActor } from '@/server/auth/job-actor'
import { sendDigests } from '@/server/digests/send-digests'
import { chooseNotifications } from '@/server/notifications/choices'
import { ownNotifications } from '@/server/notifications/own-notifications'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { goesAway } from '@/test/absence'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { addPerson, refusalOf, value } from '@/test/team'
import { ownAbsence } from './own-absence'
import { endAbsence, setAbsence } from './set-absence'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const addressOf = ({ personId }: { personId: string }) => `${personId}@example.org`
const mailsOf = async (occasion: string) =>
  (await readMails()).filter((mail) => mail.occasion.startsWith(occasion))

async function awayHandler() {
  const project = await addSampleProject()
  const open = await addOpenCase(project)
  const standIn = await addPerson('Ines Stand', { roles: { [project.id]: 'handler' } })
  await goesAway(project.handler, standIn)
  return { project, standIn, ...open }
}

describe('setAbsence', () => {
  it('is set, shown, set anew and ended; each is recorded', async () => {
    const { project, standIn } = await awayHandler()
    expect(value(await ownAbsence(project.handler, {}))).toMatchObject({
      absence: {
        startsAt: testStart,
        endsAt: plusMs(testStart, 10 * dayMs),
        isNow: true,
        standInId: standIn.personId,
      },
      projects: [{ id: project.id, standInId: null }],
    })
    const named = {
      startsAt: '2026-12-01T08:00',
      startsAtZone: 'Europe/Berlin',
      endsAt: '2026-12-05T08:00',
      endsAtZone: 'Europe/Berlin',
    }
    value(await setAbsence(project.handler, { ...named, [`standIn_${project.id}`]: project.lead.personId }))
    expect(value(await ownAbsence(project.handler, {}))).toMatchObject({
      absence: { startsAt: '2026-12-01T07:00:00.000Z', isNow: false, standInId: null },
      projects: [{ standInId: project.lead.personId }],
    })
    value(await endAbsence(project.handler, {}))
    expect(value(await ownAbsence(project.handler, {})).absence).toBeNull()
    expect(refusalOf(await endAbsence(project.handler, {}))).toBe('refused')
    expect((await instanceHistory()).slice(-3).map(({ type }) => type)).toEqual([
      'absence_set',
      'absence_set',
      'absence_ended',
    ])
  })

  it('refuses whoever cannot handle cases there, oneself, and a time that is over', async () => {
    const project = await addSampleProject()
    const time = { startsAt: testStart, endsAt: plusMs(testStart, dayMs) }
    for (const { personId } of [project.observer, project.stranger])
      expect(refusalOf(await setAbsence(project.handler, { ...time, standIn: personId }))).toEqual([
        'invalid',
        `standIn_${project.id}`,
      ])
    expect(
      refusalOf(await setAbsence(project.handler, { ...time, standIn: project.handler.personId })),
    ).toContain('standIn')
    expect(refusalOf(await setAbsence(project.handler, { startsAt: testStart, endsAt: testStart }))).toEqual([
      'invalid',
      'endsAt',
    ])
    expect(refusalOf(await setAbsence({ kind: 'anyone' }, time))).toBe('not_found')
  })
})

describe('while the handler is away', () => {
  it('mails go to the stand-in, both find the news in the console, and it ends with the absence', async () => {
    const { project, standIn, reporter } = await awayHandler()
    value(await replyAsReporter(reporter, { body: 'Here is the second log file.' }))
    const [mail, ...more] = await mailsOf('reporter_replied')
    expect(more).toEqual([])
    expect(mail?.recipient.address).toBe(addressOf(standIn))
    expect(mail?.subject).toMatch(/^For Handler of Marmotte: The reporter wrote/)
    expect(mail?.body).not.toMatch(/log file|Reset tokens/)
    const newest = async (who: typeof standIn) => value(await ownNotifications(who, {})).rows[0]
    expect(await newest(project.handler)).toMatchObject({ kind: 'reporter_replied', insteadOf: null })
    expect(await newest(standIn)).toMatchObject({ kind: 'reporter_replied', insteadOf: project.handler.name })
    advanceClock(10 * dayMs)
    value(await replyAsReporter(reporter, { body: 'And a third one.' }))
    expect((await mailsOf('reporter_replied')).at(-1)?.recipient.address).toBe(addressOf(project.handler))
  })

  it('the case and the queue say so, and the stand-in is suggested', async () => {
    const { project, named } = await awayHandler()
    const until = plusMs(testStart, 10 * dayMs)
    const view = value(await caseView(project.lead, named))
    expect(view.handlerAway).toEqual({ until, standIn: 'Ines Stand' })
    // Being away takes nothing from them: there is no moment without an owner.
    expect(view.handler?.id).toBe(project.handler.personId)
    expect(value(await caseQueue(project.lead, {})).cases[0]?.away).toEqual({ until, standIn: 'Ines Stand' })
    expect(value(await handlerSuggestion(project.lead, named)).suggestion).toMatchObject({
      name: 'Ines Stand',
      reason: 'Handler of Marmotte is away, and Ines Stand stands in.',
    })
    expect(refusalOf(await handlerSuggestion(project.observer, named))).toBe('forbidden')
    expect(refusalOf(await handlerSuggestion(project.stranger, named))).toBe('not_found')
  })

  it('a stand-in who may not see a restricted case learns nothing of it', async () => {
    const { project, named, caseId, reporter, standIn } = await awayHandler()
    await db.update(cases).set({ isRestricted: true }).where(eq(cases.id, caseId))
    value(await replyAsReporter(reporter, { body: 'Again.' }))
    // Nobody stands in who could: the leads hear as well.
    expect((await mailsOf('reporter_replied')).map(({ recipient }) => recipient.address).sort()).toEqual(
      [project.handler, project.lead].map(addressOf).sort(),
    )
    expect(value(await caseView(project.lead, named)).handlerAway?.standIn).toBeNull()
    expect(value(await ownNotifications(standIn, {})).rows).toEqual([])
  })
})

describe('while the handler is away and nobody stands in', () => {
  it('the leads hear as well, by mail, in the console and in the digest, and are told why', async () => {
    const project = await addSampleProject()
    const { reporter, reference } = await addOpenCase(project)
    await goesAway(project.handler, null)
    value(await replyAsReporter(reporter, { body: 'Here is the second log file.' }))
    const mails = await mailsOf('reporter_replied')
    expect(mails.map(({ recipient }) => recipient.address).sort()).toEqual(
      [project.handler, project.lead].map(addressOf).sort(),
    )
    const toLead = mails.find(({ recipient }) => recipient.address === addressOf(project.lead))
    expect(toLead?.subject).toBe(`For Handler of Marmotte: The reporter wrote: ${reference}`)
    expect(toLead?.body).toContain(
      'Handler of Marmotte is away until 30 Nov 2026, 09:00 UTC, and nobody stands in',
    )
    expect(value(await ownNotifications(project.lead, {})).rows[0]).toMatchObject({
      kind: 'reporter_replied',
      insteadOf: project.handler.name,
    })
    setClock(toInstant('2026-11-24T08:00:00Z'))
    const day = '2026-11-24'
    value(await sendDigests(jobActor('digests.send'), { personId: project.lead.personId, day }))
    expect((await mailsOf('daily_digest'))[0]?.body).toMatch(
      new RegExp(`- ${reference}: .* \\(for Handler of Marmotte\\)`),
    )
  })

  it('in a project whose leads are away too, the owners hear', async () => {
    const project = await addSampleProject()
    const { reporter } = await addOpenCase(project)
    await goesAway(project.handler, null)
    await goesAway(project.lead, null)
    value(await replyAsReporter(reporter, { body: 'Is anybody there?' }))
    expect((await mailsOf('reporter_replied')).map(({ recipient }) => recipient.address).sort()).toEqual(
      [project.handler, project.owner].map(addressOf).sort(),
    )
  })

  it('whoever leaves sees which open cases they answer for', async () => {
    const project = await addSampleProject()
    const { reference } = await addOpenCase(project)
    await addReport(project)
    expect(value(await ownAbsence(project.handler, {})).openCases).toEqual([reference])
    expect(value(await ownAbsence(project.lead, {})).openCases).toEqual([])
  })
})

it('a broken promise reaches the owner, who is last in the line, whatever they chose', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  for (const one of [project.handler, project.lead, project.owner])
    value(await chooseNotifications(one, { console: [], mail: [] }))
  advanceClock(96 * hourMs + 25 * hourMs)
  value(await escalateCase(jobActor('cases.escalate'), named))
  expect((await mailsOf('promise_broken')).map(({ recipient }) => recipient.address)).toEqual([
    addressOf(project.owner),
  ])
  expect(value(await ownNotifications(project.owner, {})).rows).toHaveLength(1)
  expect(value(await ownNotifications(project.lead, {})).rows).toEqual([])
})
