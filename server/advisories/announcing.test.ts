import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { advisories, cases, events, outgoingMails, publications, timers } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { yankRelease } from '@/server/cases/record-release'
import { verifyEvents } from '@/server/kernel/verify-events'
import { sendJob } from '@/server/jobs/boss'
import { startWorker, type Worker } from '@/server/jobs/worker'
import { dayMs, hourMs, minuteMs, plusMs } from '@/lib/instant'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { refusalOf, value } from '@/test/team'
import { approveAdvisory } from './approve-advisory'
import { editAdvisory } from './edit-advisory'
import { overrideGates } from './override-gates'
import { publishAdvisory } from './publish-advisory'
import { cancelSchedule, timerKey } from './schedule-announcement'

const database = await testDatabase()
const { db, tx } = database
const patience = { timeout: 30_000, interval: 50 }
const running: Worker[] = []

beforeEach(resetDatabase)
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()))
})

const startOne = (id: string) => {
  const worker = startWorker({ database, id })
  running.push(worker)
  return worker
}
/** Seven days after the patch release, in the same minute. */
const notBefore = plusMs(testStart, 7 * dayMs)

async function ready() {
  const project = await addAnnouncingProject()
  const one = await addAnnounceableCase(database, project, 'moth@example.test')
  return { project, ...one }
}
async function scheduled(at = notBefore) {
  const made = await ready()
  value(await scheduleAt(made.project, made.reference, at))
  return made
}
const publish = async (caseId: string) =>
  value(await publishAdvisory(jobActor('advisories.publish'), { case: caseId }))
const published = () => db.select().from(publications)
const advisoryOf = async (caseId: string) =>
  (await db.select().from(advisories).where(eq(advisories.caseId, caseId)))[0]
const typesOf = async (caseId: string) => {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.chainId, caseId))
    .orderBy(asc(events.position))
  return rows.map((row) => row.type)
}
const told = async (occasion: string) =>
  (await readMails())
    .filter((mail) => mail.occasion.startsWith(`${occasion}:`))
    .map((mail) => mail.recipient.address)
    .toSorted()
const times = (types: string[], type: string) => types.filter((one) => one === type).length

describe('the promised moment', () => {
  it('publishes once by the clock of the desk, with a mail for each recipient', async () => {
    const { id, project } = await scheduled()
    startOne('one')
    setClock(plusMs(notBefore, -minuteMs))
    await vi.waitFor(async () => {
      const { rows } = await db.execute<{ n: number }>(
        `select count(*)::int as n from pgboss.job where name = 'cases.sweep' and state = 'completed'`,
      )
      expect(rows[0]?.n).toBeGreaterThan(0)
    }, patience)
    expect(await published()).toEqual([])
    setClock(notBefore)
    await vi.waitFor(async () => expect(await published()).toHaveLength(1), patience)
    const [publication] = await published()
    expect(publication).toMatchObject({ kind: 'announcement', revision: 1, publishedAt: notBefore })
    expect(times(await typesOf(id), 'advisory_published')).toBe(1)
    expect(await told('announced')).toEqual(
      [`${project.handler.personId}@example.org`, 'moth@example.test'].toSorted(),
    )
    const [row] = await db.select().from(cases).where(eq(cases.id, id))
    expect(row).toMatchObject({ stage: 'closed', announcedAt: notBefore })
    expect((await verifyEvents(db)).breaks).toEqual([])
  })

  it('that comes twenty times over, from two workers at once, is one publication', async () => {
    const { id } = await scheduled()
    setClock(notBefore)
    await tx(async (tx) => {
      for (let n = 0; n < 20; n++) await sendJob(tx, 'advisories.publish', { caseId: id })
    })
    startOne('one')
    startOne('two')
    await vi.waitFor(async () => {
      const { rows } = await db.execute<{ n: number }>(
        `select count(*)::int as n from pgboss.job where name = 'advisories.publish' and state = 'completed'`,
      )
      expect(rows[0]?.n).toBeGreaterThanOrEqual(20)
    }, patience)
    expect(await published()).toHaveLength(1)
    expect(times(await typesOf(id), 'advisory_published')).toBe(1)
    expect(await told('announced')).toHaveLength(2)
  })

  it('asked side by side from many hands is one publication', async () => {
    const { id } = await scheduled()
    setClock(notBefore)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publish(id)))
    expect(outcomes.toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => 'already_published'),
      'published',
    ])
    expect(await published()).toHaveLength(1)
  })

  it('that comes early waits and asks again at its time', async () => {
    const { id } = await scheduled()
    await db.delete(timers)
    setClock(plusMs(notBefore, -hourMs))
    expect(await publish(id)).toBe('waiting')
    expect(await published()).toEqual([])
    const [timer] = await db.select().from(timers)
    expect(timer).toMatchObject({ key: timerKey(id), runAt: notBefore, data: { caseId: id } })
  })

  it('that comes three days late still publishes, and says when', async () => {
    const { id } = await scheduled()
    const late = plusMs(notBefore, 3 * dayMs)
    setClock(late)
    expect(await publish(id)).toBe('published')
    expect((await published())[0]?.publishedAt).toBe(late)
  })

  it('is found by the sweep when its timer was lost', async () => {
    await scheduled()
    await db.delete(timers)
    startOne('one')
    setClock(plusMs(notBefore, minuteMs))
    await vi.waitFor(async () => expect(await published()).toHaveLength(1), patience)
  })

  it('outlives a restart of the worker', async () => {
    const { id } = await scheduled()
    await startOne('first').stop()
    running.length = 0
    const [timer] = await db
      .select()
      .from(timers)
      .where(eq(timers.key, timerKey(id)))
    expect(timer?.runAt).toBe(notBefore)
    setClock(notBefore)
    startOne('second')
    await vi.waitFor(async () => expect(await published()).toHaveLength(1), patience)
  })

  it('finds nothing to do when the case was never scheduled', async () => {
    const { id } = await ready()
    setClock(notBefore)
    expect(await publish(id)).toBe('not_scheduled')
    expect(await published()).toEqual([])
  })
})

describe('a schedule', () => {
  it('is refused before seven days after the last patch release', async () => {
    const { project, reference } = await ready()
    const early = await scheduleAt(project, reference, plusMs(notBefore, -minuteMs))
    expect(refusalOf(early)).toBe('refused')
    expect(await db.select().from(timers)).toEqual([])
  })

  it('moved to another moment fires at that one only', async () => {
    const later = plusMs(notBefore, 4 * dayMs)
    const { id, project, reference } = await scheduled()
    value(await scheduleAt(project, reference, later))
    setClock(notBefore)
    expect(await publish(id)).toBe('waiting')
    setClock(later)
    expect(await publish(id)).toBe('published')
    expect(times(await typesOf(id), 'announcement_scheduled')).toBe(2)
  })

  it('taken back does not fire, even by a job that was on its way', async () => {
    const { id, project, reference } = await scheduled()
    setClock(notBefore)
    value(await cancelSchedule(project.handler, { case: reference }))
    expect(
      await db
        .select()
        .from(timers)
        .where(eq(timers.key, timerKey(id))),
    ).toEqual([])
    expect(await publish(id)).toBe('not_scheduled')
    expect(await published()).toEqual([])
    expect(times(await typesOf(id), 'schedule_cancelled')).toBe(1)
  })

  it('taken back can be made again', async () => {
    const { id, project, reference } = await scheduled()
    value(await cancelSchedule(project.handler, { case: reference }))
    value(await scheduleAt(project, reference, notBefore))
    setClock(notBefore)
    expect(await publish(id)).toBe('published')
  })

  it('whose advisory was edited after the approval is suspended at its moment, and fires after a new approval', async () => {
    const { id, project, reference } = await scheduled()
    const edit = {
      case: reference,
      title: 'Another title',
      summary: 'S',
      impact: 'I',
      actions: 'A',
      references: '',
    }
    value(
      await editAdvisory(project.handler, {
        ...edit,
        noCveReason: 'None yet.',
        creditDecision: 'as_in_ledger',
        seen: 2,
      }),
    )
    setClock(notBefore)
    expect(await publish(id)).toBe('suspended')
    expect((await advisoryOf(id))?.suspendedGates).toEqual(['approval'])
    value(await approveAdvisory(project.lead, { case: reference, seen: 3 }))
    const again = plusMs(notBefore, hourMs)
    value(await scheduleAt(project, reference, again))
    setClock(again)
    expect(await publish(id)).toBe('published')
  })
})

describe('one line’s release is yanked during the seven days', () => {
  const yank = async () => {
    const made = await scheduled()
    advanceClock(5 * dayMs)
    const [line = ''] = made.lines
    const reason = 'The package was published without its types.'
    value(await yankRelease(made.project.handler, { case: made.reference, line, seen: 3, reason }))
    return made
  }

  it('suspends the schedule at once, and tells the handler', async () => {
    const { id, project } = await yank()
    const advisory = await advisoryOf(id)
    expect(advisory?.suspendedAt).toBe(plusMs(testStart, 5 * dayMs))
    expect(advisory?.suspendedGates).toEqual(['lines', 'not_before'])
    expect(
      await db
        .select()
        .from(timers)
        .where(eq(timers.key, timerKey(id))),
    ).toEqual([])
    expect((await typesOf(id)).slice(-2)).toEqual(['release_yanked', 'schedule_suspended'])
    expect(await told('schedule_suspended')).toEqual([`${project.handler.personId}@example.org`])
  })

  it('fires nothing at the promised moment, from a timer, a sweep or a late job', async () => {
    const { id } = await yank()
    await tx((tx) => sendJob(tx, 'advisories.publish', { caseId: id }))
    startOne('one')
    setClock(plusMs(notBefore, dayMs))
    await vi.waitFor(async () => {
      const { rows } = await db.execute<{ name: string }>(
        `select distinct name from pgboss.job where state = 'completed' and name in ('advisories.publish', 'cases.sweep')`,
      )
      expect(rows).toHaveLength(2)
    }, patience)
    expect(await publish(id)).toBe('not_scheduled')
    expect(await published()).toEqual([])
    expect(await told('announced')).toEqual([])
  })
})

describe('leaked on day two of the seven', () => {
  const day2 = plusMs(testStart, 2 * dayMs)

  it('the handler cannot override, the lead can with a reason, and who and why stay on the timeline', async () => {
    const { id, project, reference } = await scheduled()
    setClock(day2)
    const leak = { case: reference, ground: 'leaked' as const, text: 'A pull request names the flaw.' }
    expect(refusalOf(await overrideGates(project.handler, leak))).toBe('forbidden')
    expect(value(await overrideGates(project.lead, leak)).gates).toEqual(['not_before'])
    const soon = plusMs(day2, hourMs)
    value(await scheduleAt(project, reference, soon))
    setClock(soon)
    expect(await publish(id)).toBe('published')
    const rows = await db.select().from(events).where(eq(events.chainId, id))
    const overridden = rows.find((row) => row.type === 'gates_overridden')
    expect(overridden).toMatchObject({
      at: day2,
      actor: { kind: 'person', personId: project.lead.personId },
      data: { ground: 'leaked', openGates: ['not_before'] },
    })
    expect(overridden?.prose).not.toBeNull()
  })

  it('a gate that closes after the override still holds the announcement back', async () => {
    const { id, project, reference, lines } = await scheduled()
    setClock(day2)
    value(await overrideGates(project.lead, { case: reference, ground: 'exploited' }))
    const soon = plusMs(day2, hourMs)
    value(await scheduleAt(project, reference, soon))
    const [line = ''] = lines
    value(await yankRelease(project.handler, { case: reference, line, seen: 3, reason: 'Wrong build.' }))
    setClock(soon)
    expect(await publish(id)).toBe('not_scheduled')
    expect((await advisoryOf(id))?.suspendedGates).toEqual(['lines'])
    expect(await published()).toEqual([])
  })
})

it('mail rows of an announcement are one per recipient, whatever asks again', async () => {
  const { id } = await scheduled()
  setClock(notBefore)
  await publish(id)
  advanceClock(dayMs)
  await publish(id)
  const rows = await db.select().from(outgoingMails).where(eq(outgoingMails.caseId, id))
  const announced = rows.filter((row) => row.occasion.startsWith('announced:'))
  expect(new Set(announced.map((row) => row.recipientHash)).size).toBe(announced.length)
  expect(announced).toHaveLength(2)
})
