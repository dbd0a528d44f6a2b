import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import { factsFromEvents } from '@/domain/cases/facts-from-events'
import { hourMs } from '@/lib/instant'
import { goesAway } from '@/test/absence'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { addPerson, refusalOf, value } from '@/test/team'
import { ownReport } from '@/server/reports/own-report'
import { acknowledgeCase } from './acknowledge-case'
import { assignHandler } from './assign-handler'
import { caseEvents } from './case-events'
import { caseView } from './case-view'

const { db } = await testDatabase()
beforeEach(resetDatabase)

describe('acknowledgeCase', () => {
  it('makes whoever acknowledges the handler, lists the lines, and tells the reporter', async () => {
    const project = await addSampleProject()
    const { reference, caseId } = await addReport(project, { contactEmail: 'reporter@example.net' })
    value(await acknowledgeCase(project.handler, { case: reference }))
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view).toMatchObject({
      stage: 'acknowledged',
      acknowledgedAt: testStart,
      handler: { id: project.handler.personId },
    })
    expect(view.lines.map(({ name }) => name)).toEqual(['3.x', '2.x', '1.x'])
    expect(await historyOf(caseId)).toEqual(['report_received', 'acknowledged'])
    const [mail] = (await readMails()).filter(({ occasion }) => occasion.startsWith('acknowledged'))
    expect(mail?.recipient.address).toBe('reporter@example.net')
    expect(mail?.body).not.toContain('Reset tokens')
  })

  it('is refused twice, and keeps the handler who was assigned before', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project)
    const named = { case: reference }
    value(await assignHandler(project.lead, { ...named, to: project.handler.personId }))
    value(await acknowledgeCase(project.lead, named))
    expect(value(await caseView(project.lead, named)).handler?.id).toBe(project.handler.personId)
    expect(refusalOf(await acknowledgeCase(project.lead, named))).toBe('refused')
  })

  it('by two at once is acknowledged once', async () => {
    const project = await addSampleProject()
    const { reference, caseId } = await addReport(project)
    const both = await Promise.all([
      acknowledgeCase(project.handler, { case: reference }),
      acknowledgeCase(project.lead, { case: reference }),
    ])
    expect(both.map((result) => result.ok).sort()).toEqual([false, true])
    expect(await historyOf(caseId)).toEqual(['report_received', 'acknowledged'])
  })
})

describe('assignHandler', () => {
  it('The handler goes on leave mid-case: handover recorded, no moment without an owner, the reporter is told only that the handler changed.', async () => {
    const project = await addSampleProject()
    const { named, caseId, reporter } = await addOpenCase(project)
    const next = await addPerson('Ines Next', { roles: { [project.id]: 'handler' } })
    advanceClock(hourMs)
    await goesAway(project.handler, next)
    const note = 'I am away until Monday. The fix waits for a review.'
    value(
      await assignHandler(project.handler, {
        ...named,
        to: next.personId,
        from: project.handler.personId,
        note,
      }),
    )

    const handed = (await eventsOf(caseId)).at(-1)
    expect(handed).toMatchObject({
      type: 'handler_assigned',
      data: { from: project.handler.personId, to: next.personId },
    })
    const view = value(await caseView(next, named))
    expect(view.handler).toEqual({ id: next.personId, name: 'Ines Next' })
    expect(value(await caseEvents(next, named))[0]).toMatchObject({ who: project.handler.name, prose: note })

    const left = view.messages.find(({ kind }) => kind === 'note')
    expect(left?.body).toContain(`Handed over from ${project.handler.name} to Ines Next.\n\n${note}`)
    expect(left?.body).toContain('What is due:\n- Say what happens next: due 24 Nov 2026')
    // At every moment since the acknowledgement somebody answers for it, and the database keeps it so.
    const happened = await eventsOf(caseId)
    for (let upTo = 2; upTo <= happened.length; upTo++) {
      const soFar = happened.slice(0, upTo) as unknown as CaseEvent[]
      const facts = factsFromEvents(soFar, { lines: [], hasOpenRequest: false, at: testStart })
      expect(facts.handlerId, `after ${soFar.at(-1)?.type}`).not.toBeNull()
    }
    await expect(db.update(cases).set({ handlerId: null }).where(eq(cases.id, caseId))).rejects.toThrow()

    const told = (await readMails()).filter(({ occasion }) => occasion.startsWith('handler_'))
    const toNext = told.find(({ recipient }) => recipient.address === `${next.personId}@example.org`)
    expect(toNext?.body).toContain('Say what happens next: due 24 Nov 2026, 09:00 UTC')
    expect(toNext?.body).not.toMatch(/Monday|review|Reset tokens/)
    expect(told.map(({ recipient }) => recipient.address).sort()).toEqual(
      [`${next.personId}@example.org`, 'reporter@example.net'].sort(),
    )
    const toReporter = told.find(({ recipient }) => recipient.address === 'reporter@example.net')
    expect(toReporter?.subject).toContain('Another maintainer answers for your report now')
    for (const word of ['Ines', 'stand', project.handler.name, 'away', 'review'])
      expect(`${toReporter?.subject}${toReporter?.body}`).not.toContain(word)
    const own = value(await ownReport(reporter, {}))
    expect(own.messages).toMatchObject([
      { kind: 'notice', body: expect.stringMatching(/^Another maintainer answers for your report now\./) },
    ])
    expect(JSON.stringify(own)).not.toMatch(/away until Monday|Ines/)
  })

  it('refuses strangers, observers and whoever answers for it already', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    for (const to of [project.stranger, project.observer, project.handler])
      expect(refusalOf(await assignHandler(project.lead, { ...named, to: to.personId }))).toBe('refused')
    expect(refusalOf(await assignHandler(project.lead, { ...named, to: 'nobody' }))).toEqual([
      'invalid',
      'to',
    ])
    expect(await historyOf(caseId)).toEqual(['report_received', 'acknowledged'])
  })

  it('over a handler whom somebody else changed meanwhile is a conflict that changes nothing', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const seen = { from: project.handler.personId }
    const { personId: first } = await addPerson('First', { roles: { [project.id]: 'handler' } })
    value(await assignHandler(project.lead, { ...named, to: first, ...seen }))
    const lost = await assignHandler(project.lead, { ...named, to: project.lead.personId, ...seen })
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'conflict', current: { handlerId: first } } })
    expect((await historyOf(caseId)).filter((type) => type === 'handler_assigned')).toHaveLength(1)
  })
})
