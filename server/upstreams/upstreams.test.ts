import { beforeEach, describe, expect, it } from 'vitest'
import { advisories, publications, timers } from '@/db/schema'
import { dayMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { caseView } from '@/server/cases/case-view'
import { resolveCase } from '@/server/cases/resolve-case'
import { ownReport } from '@/server/reports/own-report'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { anyone, refusalOf, value } from '@/test/team'
import { askAgain, stopAsking } from './ask-again'
import { casePack } from './case-pack'
import { chaseUpstream } from './chase-upstream'
import { handOverToUpstream } from './hand-over-to-upstream'
import { recordUpstreamAnswer } from './record-upstream-answer'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const told = {
  upstream: 'libcsv',
  channel: 'security@libcsv.example.org',
  toldAt: '2026-11-20T09:30',
  toldAtZone: 'Europe/Berlin',
}

async function addHandover() {
  const project = await addSampleProject()
  const found = await addOpenCase(project)
  const { handoverId } = value(await handOverToUpstream(project.handler, { ...found.named, ...told }))
  const chase = () => chaseUpstream(jobActor('upstreams.chase'), { case: found.caseId, handover: handoverId })
  return { project, found, handoverId, chase }
}

describe('handOverToUpstream', () => {
  it('The vulnerable code belongs to a dependency: handed to the upstream’s private channel, logged, the reporter told; nothing public is created.', async () => {
    const { project, found } = await addHandover()
    expect(value(await caseView(project.handler, found.named)).handovers).toMatchObject([
      {
        upstream: 'libcsv',
        channel: 'security@libcsv.example.org',
        toldAt: '2026-11-20T08:30:00.000Z',
        chaseAt: '2026-11-27T09:00:00.000Z',
        state: 'waiting',
      },
    ])
    expect((await historyOf(found.caseId)).at(-1)).toBe('upstream_told')
    const body = value(await ownReport(found.reporter, {})).messages.at(-1)?.body
    expect(body).toContain('We told its maintainers in private on')
    const mail = (await readMails()).at(-1)
    expect(mail?.recipient.address).toBe('reporter@example.net')
    expect(mail?.body).not.toContain('libcsv')

    const third = { ...found.named, kind: 'third_party', explanation: 'The parser is theirs.' }
    expect(refusalOf(await resolveCase(project.handler, third))).toEqual([
      'invalid',
      'upstream',
      'toldWhere',
      'toldAt',
    ])
    const { upstream, channel: toldWhere, toldAt, toldAtZone } = told
    value(await resolveCase(project.handler, { ...third, upstream, toldWhere, toldAt, toldAtZone }))
    expect(value(await caseView(project.handler, found.named)).stage).toBe('closed')
    expect(await db.select().from(advisories)).toEqual([])
    expect(await db.select().from(publications)).toEqual([])
  })

  it('is recorded after they were told, by whoever handles the case', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const later = { ...named, ...told, toldAt: '2026-11-21T10:00' }
    expect(refusalOf(await handOverToUpstream(project.handler, later))).toBe('refused')
    const past = { ...named, ...told, chaseAt: '2026-11-20T08:00' }
    expect(refusalOf(await handOverToUpstream(project.handler, past))).toBe('refused')
    const empty = { ...named, ...told, upstream: '', channel: '' }
    expect(refusalOf(await handOverToUpstream(project.handler, empty))).toEqual([
      'invalid',
      'upstream',
      'channel',
    ])
    expect(refusalOf(await handOverToUpstream(project.observer, { ...named, ...told }))).toBe('forbidden')
    expect(refusalOf(await handOverToUpstream(project.stranger, { ...named, ...told }))).toBe('not_found')
  })
})

describe('chaseUpstream', () => {
  it('reminds the handler on the date, once, and again a week later', async () => {
    const { project, found, chase } = await addHandover()
    expect(await db.select().from(timers)).toMatchObject([
      { job: 'upstreams.chase', runAt: '2026-11-27T09:00:00.000Z' },
    ])
    expect(value(await chase())).toEqual({ isReminded: false })
    advanceClock(7 * dayMs)
    expect(value(await chase())).toEqual({ isReminded: true })
    expect(value(await chase())).toEqual({ isReminded: false })
    const reminders = async () =>
      (await readMails()).filter(({ occasion }) => occasion.startsWith('upstream_silent'))
    expect((await reminders()).length).toBe(1)
    expect((await reminders())[0]?.body).not.toContain('libcsv')
    advanceClock(7 * dayMs)
    expect(value(await chase())).toEqual({ isReminded: true })
    expect((await reminders()).length).toBe(2)
    expect((await historyOf(found.caseId)).filter((type) => type === 'upstream_chased')).toHaveLength(2)
    const byHand = { case: found.caseId, handover: found.caseId }
    expect(refusalOf(await chaseUpstream(project.lead, byHand))).toBe('forbidden')
  })
})

describe('asking again by hand', () => {
  it('is recorded with the next day, and ends with a reason', async () => {
    const { project, found, handoverId, chase } = await addHandover()
    const named = { ...found.named, handover: handoverId }
    advanceClock(7 * dayMs)
    value(await chase())
    const again = { ...named, seen: 1, askedAt: '2026-11-27T09:00Z', chaseAt: '2026-12-20T09:00Z' }
    expect(refusalOf(await askAgain(project.observer, again))).toBe('forbidden')
    expect(refusalOf(await askAgain(project.handler, { ...again, handover: found.caseId }))).toBe('not_found')
    value(await askAgain(project.handler, again))
    expect(refusalOf(await askAgain(project.handler, again))).toBe('conflict')
    const view = async () => value(await caseView(project.handler, found.named)).handovers[0]
    expect(await view()).toMatchObject({ state: 'waiting', chaseAt: '2026-12-20T09:00:00.000Z' })
    expect(await db.select().from(timers)).toMatchObject([{ runAt: '2026-12-20T09:00:00.000Z' }])

    value(await stopAsking(project.handler, { ...named, seen: 2, reason: 'Nobody maintains it.' }))
    expect(await view()).toMatchObject({ state: 'stopped', answer: 'Nobody maintains it.' })
    expect(await db.select().from(timers)).toEqual([])
    expect(refusalOf(await askAgain(project.handler, { ...again, seen: 3 }))).toBe('refused')
    expect((await historyOf(found.caseId)).slice(-2)).toEqual(['upstream_asked_again', 'upstream_given_up'])
  })

  it('a closed case chases nobody', async () => {
    const { project, found, chase } = await addHandover()
    const closing = { kind: 'not_a_vulnerability', explanation: 'It is documented.' }
    value(await resolveCase(project.handler, { ...found.named, ...closing }))
    advanceClock(7 * dayMs)
    expect(value(await chase())).toEqual({ isReminded: false })
    expect(await historyOf(found.caseId)).not.toContain('upstream_chased')
  })
})

describe('recordUpstreamAnswer', () => {
  it('ends the chase; of two at once one is told of the other', async () => {
    const { project, found, handoverId, chase } = await addHandover()
    const answer = { ...found.named, handover: handoverId, seen: 1, answer: 'They fix it in 4.2.' }
    expect(
      refusalOf(await recordUpstreamAnswer(project.handler, { ...answer, handover: found.caseId })),
    ).toBe('not_found')
    const both = await Promise.all([
      recordUpstreamAnswer(project.handler, answer),
      recordUpstreamAnswer(project.lead, answer),
    ])
    expect(both.map(refusalOf).toSorted()).toEqual(['conflict', undefined])
    expect(value(await caseView(project.handler, found.named)).handovers).toMatchObject([
      { state: 'answered', answer: 'They fix it in 4.2.' },
    ])
    expect(await db.select().from(timers)).toEqual([])
    advanceClock(30 * dayMs)
    expect(value(await chase())).toEqual({ isReminded: false })
    expect((await historyOf(found.caseId)).at(-1)).toBe('upstream_answered')
    expect(refusalOf(await recordUpstreamAnswer(project.stranger, answer))).toBe('not_found')
  })
})

describe('casePack', () => {
  it('holds what the upstream needs and not how to reach the reporter', async () => {
    const project = await addSampleProject()
    const { named, reference } = await addOpenCase(project, { creditName: 'Robin' })
    const { text } = value(await casePack(project.handler, named))
    for (const words of [reference, 'Reset tokens stay valid', 'Credit: Robin', 'in confidence'])
      expect(text).toContain(words)
    expect(text).not.toContain('reporter@example.net')
    for (const actor of [project.stranger, anyone])
      expect(refusalOf(await casePack(actor, named))).toBe('not_found')
    expect(refusalOf(await casePack(project.observer, named))).toBe('forbidden')
  })
})
