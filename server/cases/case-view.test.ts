import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs } from '@/lib/instant'
import { changePolicy } from '@/server/policies/change-policy'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { toInstant } from '@/lib/instant'
import { caseAttachment } from './case-attachment'
import { caseEvents } from './case-events'
import { caseView } from './case-view'
import { changeLine } from './change-line'
import { writeNote } from './write-note'
import { writeToReporter } from './write-to-reporter'

beforeEach(resetDatabase)

describe('caseView', () => {
  it('of a fresh report says what is next, by when and why, and who wrote what', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project, {
      contactName: 'Mo Thorne',
      contactEmail: 'mo@example.net',
      disclosureDate: '2027-03-01T09:00',
      disclosureTimeZone: 'Europe/Berlin',
    })
    advanceClock(hourMs)
    const view = value(await caseView(project.handler, { case: reference.toLowerCase() }))
    expect(view).toMatchObject({
      reference,
      title: 'Reset tokens stay valid',
      stage: 'received',
      handler: null,
      next: { act: 'acknowledge', title: 'Acknowledge the report' },
      acts: { acknowledge: { allowed: true }, override_gates: { allowed: false } },
      lines: [],
      advisory: null,
      reports: [
        {
          channel: 'web',
          contact: { name: 'Mo Thorne', email: 'mo@example.net' },
          disclosureAt: '2027-03-01T08:00:00.000Z',
          turn: { waitsFor: 'team', since: testStart },
        },
      ],
      lastPosition: 1,
    })
    expect(value(await caseEvents(project.handler, { case: reference }))).toMatchObject([
      { who: 'A reporter', what: 'sent a report (web)', at: testStart },
    ])
    expect(
      view.clocks.map(({ label, dueAt, why, urgency }) => ({ label, dueAt, why, urgency })),
    ).toContainEqual({
      label: 'Acknowledge',
      dueAt: '2026-11-22T09:00:00.000Z',
      why: '48 hours from the report, Fri 20 Nov, 09:00 UTC.',
      urgency: 'on_track',
    })
    expect(view.gates.filter(({ isMet }) => !isMet).map(({ code }) => code)).toEqual([
      'confirmed',
      'severity',
      'audit',
      'lines',
      'not_before',
      'advisory',
    ])
  })

  it('Friday 22:00 local, 48 business hours, Monday a holiday: due Wednesday 22:00 local, and says why', async () => {
    const holidays = [{ date: '2026-11-23', name: 'Founders’ Day' }]
    const project = await addSampleProject()
    const { businessCalendar } = project.terms
    const terms = {
      ...project.terms,
      acknowledge: { hours: 48, counting: 'business' as const },
      businessCalendar: { ...businessCalendar, timeZone: 'Europe/Berlin', holidays },
    }
    value(await changePolicy(project.owner, { project: project.slug, basedOn: 2, terms, introduction: '' }))
    setClock(toInstant('2026-11-20T21:00:00Z'))
    const { reference } = await addReport(project)
    const { clocks } = value(await caseView(project.handler, { case: reference }))
    expect(clocks.find(({ kind }) => kind === 'acknowledge')).toMatchObject({
      dueAt: '2026-11-25T21:00:00.000Z',
      timeZone: 'Europe/Berlin',
      why: '48 business hours from the report, Fri 20 Nov, 22:00 CET, Europe/Berlin; Monday a holiday (Founders’ Day).',
    })
  })

  it('is plain JSON, the same after a round trip', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const view = value(await caseView(project.handler, named))
    expect(JSON.parse(JSON.stringify(view))).toEqual(view)
  })

  it('does not exist for anyone who may not see the case; a reporter reads their own page instead', async () => {
    const project = await addSampleProject()
    const { named, reporter } = await addOpenCase(project)
    const elsewhere = await addProject('Elsewhere', 'ELS')
    for (const actor of [anyone, project.stranger, elsewhere.lead, elsewhere.handler])
      expect(refusalOf(await caseView(actor, named))).toBe('not_found')
    expect(refusalOf(await caseView(reporter, named))).toBe('forbidden')
    expect(refusalOf(await caseView(project.lead, { case: 'MAR-ZZZZZ' }))).toBe('not_found')
  })

  it('says beside every button why it cannot be pressed', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const { acts } = value(await caseView(project.observer, named))
    for (const [act, decision] of Object.entries(acts)) {
      // Who reads the case may also ask what a text tells of it.
      expect([act, decision.allowed]).toEqual([act, act === 'check_text'])
      if (!decision.allowed) expect(decision.reason).toMatch(/^Only .* may .*\.$/)
    }
  })

  it('Two products with different policies, and a policy changed mid-case: each case follows the version in force when its report came.', async () => {
    const project = await addSampleProject()
    const strict = await addProject('Strict', 'STR')
    const before = await addReport(project)
    const terms = { ...project.terms, acknowledge: { hours: 12, counting: 'calendar' as const } }
    value(await changePolicy(project.owner, { project: project.slug, basedOn: 2, terms, introduction: '' }))
    const strictTerms = { ...terms, acknowledge: { hours: 1, counting: 'calendar' as const } }
    value(
      await changePolicy(strict.owner, {
        project: strict.slug,
        basedOn: 1,
        terms: strictTerms,
        introduction: '',
      }),
    )
    const after = await addReport(project)
    const other = await addReport(strict)
    const due = async (actor: Parameters<typeof caseView>[0], reference: string) => {
      const view = value(await caseView(actor, { case: reference }))
      return [
        view.clocks.find(({ kind }) => kind === 'acknowledge')?.dueAt,
        view.policy.version,
        view.policy.latestVersion,
      ]
    }
    expect(await due(project.handler, before.reference)).toEqual(['2026-11-22T09:00:00.000Z', 2, 3])
    expect(await due(project.handler, after.reference)).toEqual(['2026-11-20T21:00:00.000Z', 3, 3])
    expect(await due(strict.handler, other.reference)).toEqual(['2026-11-20T10:00:00.000Z', 2, 2])
  })

  it('tells events in the words of whoever did them', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    value(await writeToReporter(project.lead, { ...named, body: 'Hello.' }))
    value(await writeNote(project.handler, { ...named, body: 'A note.' }))
    value(
      await changeLine(project.handler, {
        ...named,
        line: project.line['1.x']!,
        seen: 1,
        affectedness: 'not_affected',
        justification: 'component_not_present',
      }),
    )
    const events = value(await caseEvents(project.handler, named))
    expect(events.map(({ who, what }) => `${who} ${what}`)).toEqual([
      `${project.handler.name} marked 1.x not affected`,
      `${project.handler.name} wrote an internal note`,
      `${project.lead.name} wrote to the reporter`,
      `${project.handler.name} acknowledged; ${project.handler.name} answers for the case`,
      'A reporter sent a report (web)',
    ])
  })
})

describe('caseAttachment', () => {
  it('gives a file to who reads the conversation, and to nobody else', async () => {
    const project = await addSampleProject()
    const content = new Uint8Array([1, 2, 3])
    const { named } = await addOpenCase(project, { attachments: [new File([content], 'proof.bin')] } as never)
    const [file] = value(await caseView(project.handler, named)).reports?.[0]?.files ?? []
    expect(file).toMatchObject({ name: 'proof.bin', sizeBytes: 3 })
    const asked = { ...named, attachment: file!.id }
    const given = value(await caseAttachment(project.observer, asked))
    expect([given.name, [...given.content]]).toEqual(['proof.bin', [1, 2, 3]])
    expect(refusalOf(await caseAttachment(project.stranger, asked))).toBe('not_found')
    const other = await addOpenCase(project)
    expect(refusalOf(await caseAttachment(project.handler, { ...asked, ...other.named }))).toBe('not_found')
  })
})
