import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { caseView } from './case-view'
import { finishCase, reopenCase, resolveCase } from './resolve-case'

beforeEach(resetDatabase)

const asked = (actor: Parameters<typeof resolveCase>[0], named: object, input: object) =>
  resolveCase(actor, { ...named, ...input } as never)

describe('resolveCase', () => {
  it('Documented unsafe-by-design behaviour: closed with the citation; an explanation is mandatory.', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    expect(refusalOf(await asked(project.handler, named, { kind: 'unsafe_by_design' }))).toEqual([
      'invalid',
      'explanation',
      'documentedAt',
    ])
    const explanation = 'Templates run with the rights of whoever writes them, on purpose.'
    const documentedAt = 'https://docs.example.org/templates#trust'
    value(await asked(project.handler, named, { kind: 'unsafe_by_design', explanation, documentedAt }))
    const view = value(await caseView(project.handler, named))
    expect(view).toMatchObject({ stage: 'closed', resolution: { kind: 'unsafe_by_design' }, next: null })
    expect(view.messages.at(-1)).toMatchObject({
      kind: 'notice',
      body: `${explanation}\n\nDocumented at: ${documentedAt}`,
    })
    expect(view.clocks.every(({ status }) => status === 'met')).toBe(true)
    const last = (await eventsOf(caseId)).at(-1)
    expect(last).toMatchObject({ type: 'resolved', data: { resolution: 'unsafe_by_design' } })
    expect(last?.prose).not.toBeNull()
    const mail = (await readMails()).find(({ occasion }) => occasion.startsWith('resolved'))
    expect(mail?.recipient.address).toBe('reporter@example.net')
    expect(mail?.body).not.toContain('Templates')
  })

  it('The vulnerable code belongs to a dependency: handed to the upstream’s private channel, logged, the reporter told; nothing public is created.', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const third = {
      kind: 'third_party',
      explanation: 'The parser is libcsv’s; its maintainers know and have your report.',
      upstream: 'libcsv',
      toldWhere: 'security@libcsv.example.org',
    }
    expect(refusalOf(await asked(project.handler, named, third))).toEqual(['invalid', 'toldAt'])
    expect(refusalOf(await asked(project.handler, named, { ...third, toldAt: '2026-11-21T10:00' }))).toBe(
      'refused',
    )
    const told = { ...third, toldAt: '2026-11-20T09:30', toldAtZone: 'Europe/Berlin' }
    value(await asked(project.handler, named, told))
    const view = value(await caseView(project.handler, named))
    expect(view.messages.at(-1)?.body).toContain(
      'Upstream told: libcsv, security@libcsv.example.org, 2026-11-20T08:30:00.000Z',
    )
    expect(view.advisory).toBeNull()
  })

  it('names the case a duplicate repeats, among those one may see', async () => {
    const project = await addSampleProject()
    const first = await addOpenCase(project)
    const second = await addOpenCase(project)
    const duplicate = { kind: 'duplicate', explanation: 'Already known; you keep your credit.' }
    for (const ofCase of ['MAR-ZZZZZ', ''])
      expect(refusalOf(await asked(project.handler, second.named, { ...duplicate, ofCase }))).toEqual([
        'invalid',
        'ofCase',
      ])
    const own = { ...duplicate, ofCase: second.reference }
    expect(refusalOf(await asked(project.handler, second.named, own))).toBe('refused')
    value(await asked(project.handler, second.named, { ...duplicate, ofCase: first.reference }))
    expect(value(await caseView(project.handler, second.named)).related).toEqual([
      { relation: 'duplicate_of', reference: first.reference },
    ])
  })

  it('closes spam nobody acknowledged, and nothing else that nobody answers for', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project)
    const named = { case: reference }
    const scope = { kind: 'out_of_scope', explanation: 'A website of somebody else.' }
    expect(refusalOf(await asked(project.handler, named, scope))).toBe('refused')
    value(await asked(project.handler, named, { kind: 'spam', explanation: 'Advertising.' }))
    expect(refusalOf(await asked(project.handler, named, { kind: 'spam', explanation: 'Again.' }))).toBe(
      'refused',
    )
  })

  it('by two at once closes once', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const closing = { kind: 'not_reproducible', explanation: 'We tried 2.4.6 and 3.1.0.' }
    const both = await Promise.all([
      asked(project.handler, named, closing),
      asked(project.lead, named, closing),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await eventsOf(caseId)).filter(({ type }) => type === 'resolved')).toHaveLength(1)
  })
})

describe('reopenCase', () => {
  it('takes a reason, tells the reporter, and starts no clock anew', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const due = async () =>
      value(await caseView(project.handler, named)).clocks.find(({ kind }) => kind === 'respond')
    const before = await due()
    expect(refusalOf(await reopenCase(project.handler, { ...named, reason: 'Why not.' }))).toBe('refused')
    value(await asked(project.handler, named, { kind: 'not_reproducible', explanation: 'We tried.' }))
    advanceClock(hourMs)
    expect(refusalOf(await reopenCase(project.handler, { ...named, reason: '' }))).toEqual([
      'invalid',
      'reason',
    ])
    value(await reopenCase(project.handler, { ...named, reason: 'It happens with a proxy in front.' }))
    const view = value(await caseView(project.handler, named))
    expect(view).toMatchObject({ stage: 'acknowledged', resolution: null })
    expect((await due())?.dueAt).toBe(before?.dueAt)
    expect((await eventsOf(caseId)).at(-1)?.type).toBe('reopened')
    expect((await readMails()).at(-1)?.recipient.address).toBe('reporter@example.net')
  })
})

describe('finishCase', () => {
  it('is for announced cases only', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    expect(refusalOf(await finishCase(project.handler, named))).toBe('refused')
  })
})
