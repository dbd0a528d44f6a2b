import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { timers } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { caseEvents } from '@/server/cases/case-events'
import { caseView } from '@/server/cases/case-view'
import { changeLine } from '@/server/cases/change-line'
import { classifySeverity } from '@/server/cases/classify-severity'
import { confirmCase } from '@/server/cases/confirm-case'
import { recordRelease } from '@/server/cases/record-release'
import { reopenCase, resolveCase } from '@/server/cases/resolve-case'
import { sweepCases } from '@/server/cases/sweep-cases'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addOpenCase, addSampleProject, eventsOf, historyOf, type SampleProject } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { overrideGates, withdrawOverride } from './override-gates'
import { publishAdvisory } from './publish-advisory'
import { cancelSchedule, scheduleAnnouncement, timerKey } from './schedule-announcement'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const timersOf = (caseId: string) =>
  db
    .select()
    .from(timers)
    .where(eq(timers.key, timerKey(caseId)))

/** Judges, rates and confirms, so that there is an advisory and its waiting time is over. */
async function confirmed(project: SampleProject, named: { case: string }) {
  const { handler, line } = project
  value(await changeLine(handler, { ...named, line: line['3.x']!, seen: 1, affectedness: 'affected' }))
  const justification = 'vulnerable_code_not_present' as const
  value(
    await changeLine(handler, {
      ...named,
      line: line['2.x']!,
      seen: 1,
      affectedness: 'not_affected',
      justification,
    }),
  )
  value(await classifySeverity(handler, { ...named, ratingAlone: 'low' }))
  value(await confirmCase(handler, { ...named, reproduction: 'On 3.1.0.' }))
  const url = 'https://git.example.org/3.1.1'
  const release = { version: '3.1.1', releasedAt: '2026-11-20T08:00', url }
  value(await recordRelease(handler, { ...named, line: line['3.x']!, seen: 2, ...release }))
}

describe('a case closed without a fix', () => {
  it('takes its schedule with it: nothing is announced, also after it is opened again', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference }
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, reference, at))
    const explanation = 'It turns out that the names never leave the folder.'
    value(await resolveCase(project.handler, { ...named, kind: 'not_a_vulnerability', explanation } as never))
    expect(await timersOf(id)).toEqual([])
    expect((await historyOf(id)).slice(-2)).toEqual(['resolved', 'schedule_cancelled'])
    advanceClock(9 * dayMs)
    value(await sweepCases(jobActor('cases.sweep'), {}))
    expect(value(await publishAdvisory(jobActor('advisories.publish'), named))).toBe('not_scheduled')
    value(await reopenCase(project.handler, { ...named, reason: 'It does after all.' }))
    expect(value(await publishAdvisory(jobActor('advisories.publish'), named))).toBe('not_scheduled')
  })
})

describe('scheduleAnnouncement', () => {
  it('The instant falls on a Friday or a holiday: warned at scheduling; may be moved later, never before `notBefore`.', async () => {
    const project = await addAnnouncingProject()
    // Released on Friday 20 November 09:00, seven days to wait: Friday 27 November 09:00.
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference, timeZone: 'UTC' }
    const schedule = (at: string, more: object = {}) =>
      scheduleAnnouncement(project.handler, { ...named, at, ...more })
    const view = value(await caseView(project.handler, named))
    expect(view.advisory).toMatchObject({
      notBefore: { at: '2026-11-27T09:00:00.000Z', waitsFor: [] },
      // Friday itself draws a warning, the weekend too: Monday at ten.
      suggestedAt: '2026-11-30T10:00:00.000Z',
    })

    expect(refusalOf(await schedule('2026-11-27T08:59'))).toBe('refused')
    const friday = await schedule('2026-11-27T10:00')
    expect(friday).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid',
        fields: { warningsRead: ['On a Friday users have the weekend before they can update.'] },
      },
    })
    expect(await timersOf(id)).toEqual([])
    value(await schedule('2026-11-27T10:00', { warningsRead: 'on' }))
    expect(await timersOf(id)).toMatchObject([{ runAt: '2026-11-27T10:00:00.000Z' }])

    value(await schedule('2026-12-01T10:00', { timeZone: 'Europe/Berlin' }))
    expect(await timersOf(id)).toMatchObject([{ runAt: '2026-12-01T09:00:00.000Z' }])
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'announcement_scheduled',
      data: { scheduledFor: '2026-12-01T09:00:00.000Z', timeZone: 'Europe/Berlin' },
    })
    const moved = value(await caseView(project.handler, named))
    expect(moved.advisory?.schedule).toMatchObject({
      at: '2026-12-01T09:00:00.000Z',
      by: project.handler.name,
    })
    expect(moved.acts.cancel_schedule).toEqual({ allowed: true })
    expect(moved.timeline.marks.find(({ kind }) => kind === 'plan')?.at).toBe('2026-12-01T09:00:00.000Z')
  })

  it('warns of a holiday and of the reporter’s own earlier date, all at once', async () => {
    const project = await addSampleProject({
      terms: {
        businessCalendar: {
          timeZone: 'UTC',
          workingDays: [1, 2, 3, 4, 5],
          workingHours: null,
          holidayRegion: null,
          holidays: [{ date: '2026-12-08', name: 'Lights’ Day' }],
          shutdowns: [],
        },
      },
    })
    const open = await addOpenCase(project, { disclosureDate: '2026-12-01T09:00', disclosureTimeZone: 'UTC' })
    await confirmed(project, open.named)
    const asked = await scheduleAnnouncement(project.handler, {
      ...open.named,
      at: '2026-12-08T10:00',
      timeZone: 'UTC',
    })
    expect(asked).toMatchObject({
      refusal: {
        fields: {
          warningsRead: [
            '2026-12-08 is a holiday (Lights’ Day), which the policy avoids.',
            'The reporter publishes on 1 Dec 2026, 09:00 UTC, before this. Agree on one date with them.',
          ],
        },
      },
    })
  })

  it('refuses the past, an unknown zone and a date there is not', async () => {
    const project = await addAnnouncingProject()
    const { reference } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference }
    const schedule = (at: string, timeZone: string) =>
      scheduleAnnouncement(project.handler, { ...named, at, timeZone, warningsRead: 'on' })
    expect(refusalOf(await schedule('2026-11-19T10:00', 'UTC'))).toBe('refused')
    expect(refusalOf(await schedule('2026-12-01T10:00', 'Mars/Base'))).toEqual(['invalid', 'timeZone'])
    expect(refusalOf(await schedule('2026-13-01T10:00', 'UTC'))).toEqual(['invalid', 'at'])
  })
})

describe('overrideGates', () => {
  it('Leaked, or exploited, on day 2 of the 7: the lead overrides with a reason; who and why stay on the timeline.', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference }
    advanceClock(2 * dayMs)
    const leak = {
      ...named,
      ground: 'leaked' as const,
      text: 'A pull request shows the fix and names the flaw.',
    }
    expect(refusalOf(await overrideGates(project.handler, leak))).toBe('forbidden')
    expect(refusalOf(await overrideGates(project.lead, { ...named, ground: 'other' }))).toEqual([
      'invalid',
      'text',
    ])
    value(await overrideGates(project.lead, leak))
    const view = value(await caseView(project.handler, named))
    expect(view.advisory?.override).toMatchObject({
      ground: 'leaked',
      gates: ['not_before'],
      reason: leak.text,
      by: project.lead.name,
      at: plusMs(testStart, 2 * dayMs),
    })
    expect(value(await caseEvents(project.handler, named))[0]).toMatchObject({
      who: project.lead.name,
      what: 'overrode not before: it has leaked',
      prose: leak.text,
    })
    const soon = { ...named, at: '2026-11-23T10:00', timeZone: 'UTC' }
    value(await scheduleAnnouncement(project.handler, soon))

    value(await withdrawOverride(project.lead, named))
    expect(refusalOf(await withdrawOverride(project.lead, named))).toBe('refused')
    expect(refusalOf(await scheduleAnnouncement(project.handler, soon))).toBe('refused')
    expect((await historyOf(id)).slice(-4)).toEqual([
      'gates_overridden',
      'announcement_scheduled',
      'override_withdrawn',
      'schedule_suspended',
    ])
    expect(value(await caseView(project.handler, named)).advisory?.schedule).toMatchObject({
      suspendedGates: ['not_before'],
    })
  })

  it('cannot step over an incomplete advisory, nor where every gate is met', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const override = () => overrideGates(project.lead, { ...named, ground: 'exploited' })
    expect(refusalOf(await override())).toBe('refused')
    await confirmed(project, named)
    const refused = await override()
    expect(refused).toMatchObject({ refusal: { code: 'refused' } })
    expect(refused.ok ? '' : refused.refusal.message).toContain('advisory complete')
  })
})

describe('cancelSchedule', () => {
  it('takes the timer with it, and is refused when nothing is scheduled', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference }
    expect(refusalOf(await cancelSchedule(project.handler, named))).toBe('refused')
    value(await scheduleAnnouncement(project.handler, { ...named, at: '2026-12-01T10:00', timeZone: 'UTC' }))
    value(await cancelSchedule(project.handler, named))
    expect(await timersOf(id)).toEqual([])
    expect((await historyOf(id)).at(-1)).toBe('schedule_cancelled')
  })
})
