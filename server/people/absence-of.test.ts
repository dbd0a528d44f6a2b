import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { caseView } from '@/server/cases/case-view'
import { ownNotifications } from '@/server/notifications/own-notifications'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { goesAway } from '@/test/absence'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { absenceOf } from './absence-of'
import { ownAbsence } from './own-absence'
import { projectTeam } from './project-team'
import { endAbsenceOf, setAbsenceOf } from './set-absence-of'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const week = { startsAt: testStart, endsAt: plusMs(testStart, 7 * dayMs) }
const mailsOf = async (occasion: string) =>
  (await readMails()).filter((mail) => mail.occasion.startsWith(occasion))
const addressOf = ({ personId }: { personId: string }) => `${personId}@example.org`

/** Marmotte, whose handler has an open case there, and who is in the team of another project as well. */
async function illHandler() {
  const project = await addSampleProject()
  const elsewhere = await addProject('Otter', 'OTT')
  const { id: elsewhereId } = elsewhere
  const ill = await addPerson('Ill Ina', { roles: { [project.id]: 'handler', [elsewhereId]: 'handler' } })
  const open = await addOpenCase(project)
  await db.update(cases).set({ handlerId: ill.personId }).where(eq(cases.id, open.caseId))
  return { project, elsewhere, ill, ...open, who: { personId: ill.personId } }
}

describe('setAbsenceOf', () => {
  it('by a lead sends what comes to the stand-in, moves no case, is recorded, and its person is told', async () => {
    const { project, ill, who, named, reporter } = await illHandler()
    const standIn = { [`standIn_${project.id}`]: project.handler.personId }
    expect(value(await setAbsenceOf(project.lead, { ...who, ...week, ...standIn }))).toEqual(week)
    const view = value(await caseView(project.lead, named))
    expect(view.handler?.id).toBe(ill.personId)
    expect(view.handlerAway).toEqual({ until: week.endsAt, standIn: project.handler.name })
    value(await replyAsReporter(reporter, { body: 'Here is the second log file.' }))
    expect((await mailsOf('reporter_replied')).map(({ recipient }) => recipient.address)).toEqual([
      addressOf(project.handler),
    ])
    const event = (await instanceHistory()).at(-1)
    expect(event).toMatchObject({ type: 'absence_set', data: { personId: ill.personId, ...week } })
    expect(event?.actor).toMatchObject({ personId: project.lead.personId })
    const [mail, ...more] = await mailsOf('absence_changed')
    expect(more).toEqual([])
    expect(mail?.recipient.address).toBe(addressOf(ill))
    expect(mail?.body).toContain(
      'Lead of Marmotte set that you are away from 20 Nov 2026, 09:00 UTC until 27 Nov 2026, 09:00 UTC.',
    )
    expect(mail?.body).not.toContain(named.case)
    const told = value(await ownNotifications(ill, {})).rows.find(({ kind }) => kind === 'absence_changed')
    expect(told).toMatchObject({ path: '/console/account', project: 'the desk', reference: null })
    expect(value(await ownAbsence(ill, {})).absence).toMatchObject(week)
  })

  it('by a lead who names nobody leaves no moment without an owner: the leads hear as well', async () => {
    const { project, ill, who, reporter } = await illHandler()
    value(await setAbsenceOf(project.lead, { ...who, ...week }))
    value(await replyAsReporter(reporter, { body: 'Is anybody there?' }))
    expect((await mailsOf('reporter_replied')).map(({ recipient }) => recipient.address).sort()).toEqual(
      [ill, project.lead].map(addressOf).sort(),
    )
  })

  it('by a lead learns and changes nothing of other projects; an owner names stand-ins in all', async () => {
    const { project, elsewhere, ill, who } = await illHandler()
    const ofElsewhere = { [`standIn_${elsewhere.id}`]: elsewhere.handler.personId }
    value(
      await setAbsenceOf(project.owner, { ...who, ...week, ...ofElsewhere, standIn: project.owner.personId }),
    )
    const seen = value(await absenceOf(project.lead, who))
    expect(seen).toMatchObject({ mayNameForAll: false, absence: { standInId: null } })
    expect(seen.projects.map(({ name }) => name)).toEqual(['Marmotte'])
    value(await setAbsenceOf(project.lead, { ...who, startsAt: testStart, endsAt: plusMs(testStart, dayMs) }))
    const own = value(await ownAbsence(ill, {}))
    expect(own.absence).toMatchObject({
      endsAt: plusMs(testStart, dayMs),
      standInId: project.owner.personId,
    })
    expect(own.projects.map(({ name, standInId }) => [name, standInId])).toEqual([
      ['Marmotte', null],
      ['Otter', elsewhere.handler.personId],
    ])
    // What is over stands for nothing any more.
    advanceClock(2 * dayMs)
    value(
      await setAbsenceOf(project.lead, { ...who, startsAt: testStart, endsAt: plusMs(testStart, 9 * dayMs) }),
    )
    const anew = value(await ownAbsence(ill, {}))
    expect(anew.absence?.standInId).toBeNull()
    expect(anew.projects.map(({ standInId }) => standInId)).toEqual([null, null])
  })

  it('refuses a stand-in for all from a lead, whoever cannot handle cases there, and a time that is over', async () => {
    const { project, who } = await illHandler()
    const asLead = (more: object) => setAbsenceOf(project.lead, { ...who, ...week, ...more })
    expect(refusalOf(await asLead({ standIn: project.handler.personId }))).toEqual(['invalid', 'standIn'])
    const field = `standIn_${project.id}`
    for (const one of [project.observer, project.stranger, who])
      expect(refusalOf(await asLead({ [field]: one.personId }))).toEqual(['invalid', field])
    expect(refusalOf(await asLead({ endsAt: testStart }))).toEqual(['invalid', 'endsAt'])
  })

  it('is for leads of a project of theirs and for owners; for whoever has none in common they do not exist', async () => {
    const { project, elsewhere, who } = await illHandler()
    for (const one of [project.handler, project.observer])
      for (const act of [setAbsenceOf(one, { ...who, ...week }), endAbsenceOf(one, who), absenceOf(one, who)])
        expect(refusalOf(await act)).toBe('forbidden')
    for (const one of [project.stranger, anyone])
      for (const act of [setAbsenceOf(one, { ...who, ...week }), endAbsenceOf(one, who), absenceOf(one, who)])
        expect(refusalOf(await act)).toBe('not_found')
    const stranger = { personId: elsewhere.observer.personId }
    expect(refusalOf(await setAbsenceOf(project.lead, { ...stranger, ...week }))).toBe('not_found')
    expect(refusalOf(await setAbsenceOf(elsewhere.lead, { ...who, ...week }))).toBeUndefined()
  })
})

describe('endAbsenceOf', () => {
  it('ends what they set themselves, is recorded, and they are told; refused where none is set', async () => {
    const { project, ill, who } = await illHandler()
    await goesAway(ill, project.owner)
    const ofIll = async () =>
      value(await projectTeam(project.lead, { project: project.slug })).members.find(
        ({ personId }) => personId === ill.personId,
      )
    expect((await ofIll())?.awayUntil).toBe(plusMs(testStart, 10 * dayMs))
    value(await endAbsenceOf(project.lead, who))
    expect((await ofIll())?.awayUntil).toBeNull()
    expect((await instanceHistory()).at(-1)).toMatchObject({ type: 'absence_ended', data: who })
    expect((await mailsOf('absence_changed'))[0]?.body).toContain('Lead of Marmotte ended your absence')
    expect(refusalOf(await endAbsenceOf(project.lead, who))).toBe('refused')
  })

  it('tells nobody of what they did themselves', async () => {
    const project = await addSampleProject()
    const who = { personId: project.owner.personId }
    value(await setAbsenceOf(project.owner, { ...who, ...week }))
    value(await endAbsenceOf(project.owner, who))
    expect(await mailsOf('absence_changed')).toEqual([])
  })
})
