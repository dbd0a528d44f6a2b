import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { events } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import type { PolicyTerms } from '@/domain/policies/terms'
import { instanceChainId } from '@/server/kernel/event-chain'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { publicProject } from '@/server/projects/public-project'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { changePolicy } from './change-policy'
import { policyHistory } from './policy-history'

const { db } = await testDatabase()
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>

const change = (project: Project, basedOn: number, terms: Partial<PolicyTerms>, actor = project.lead) =>
  changePolicy(actor, { project: project.slug, basedOn, terms: { ...defaultTerms, ...terms } })

const inForce = async (project: Project) =>
  value(await publicProject(anyone, { project: project.slug })).policy

describe('changePolicy', () => {
  it('puts a new version in force and keeps the old one, with what changed in words', async () => {
    const project = await addProject()
    advanceClock(60_000)
    const saved = value(await change(project, 1, { acknowledge: { hours: 24, counting: 'calendar' } }))
    expect(saved.version).toBe(2)
    expect(saved.promises[0]?.text).toBe('A maintainer acknowledges your report within 24 hours.')
    expect(await inForce(project)).toMatchObject({ version: 2, inForceFrom: '2026-11-20T09:01:00.000Z' })
    const history = value(await policyHistory(project.observer, { project: project.slug }))
    expect(history).toMatchObject([
      {
        version: 2,
        by: 'Lead of Marmotte',
        changes: [
          {
            part: 'Acknowledgement',
            removed: ['A maintainer acknowledges your report within 48 business hours.'],
            added: ['A maintainer acknowledges your report within 24 hours.'],
          },
        ],
      },
      { version: 1, by: 'Owner of Marmotte', changes: [] },
    ])
    const happened = await db
      .select()
      .from(events)
      .where(eq(events.chainId, instanceChainId))
      .orderBy(asc(events.position))
    expect(happened.at(-1)).toMatchObject({
      type: 'policy_changed',
      data: { projectId: project.id, version: 2 },
    })
  })

  it('makes no version when nothing changed', async () => {
    const project = await addProject()
    expect(value(await change(project, 1, {}))).toMatchObject({ version: 1, changes: [] })
    expect(value(await policyHistory(project.lead, { project: project.slug }))).toHaveLength(1)
  })

  it('loses a race without overwriting, and says what the other changed', async () => {
    const project = await addProject()
    value(await change(project, 1, { silenceDays: 21, feedback: 'policy@example.org' }))
    const late = await change(project, 1, { silenceDays: 7 }, project.owner as never)
    expect(late).toMatchObject({
      ok: false,
      refusal: {
        code: 'conflict',
        current: {
          version: 2,
          changes: [
            { part: 'Keeping informed' },
            { part: 'Suggestions', removed: [], added: ['policy@example.org'] },
          ],
        },
      },
    })
    expect(value(await change(project, 2, { silenceDays: 7 })).version).toBe(3)
  })

  it('lets one of two simultaneous editors win', async () => {
    const project = await addProject()
    const both = await Promise.all([
      change(project, 1, { silenceDays: 7 }),
      change(project, 1, { silenceDays: 8 }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(refusalOf)).toContain('conflict')
  })

  it('refuses terms that contradict themselves, by field', async () => {
    const project = await addProject()
    const refused = await change(project, 1, {
      respond: { hours: 24, counting: 'business', countedFrom: 'received' },
    })
    expect(refusalOf(refused)).toEqual(['invalid', 'terms.respond.hours'])
    const nowhere = { ...defaultTerms.businessCalendar, holidayRegion: { country: 'XX', state: null } }
    expect(refusalOf(await change(project, 1, { businessCalendar: nowhere }))).toEqual([
      'invalid',
      'terms.businessCalendar.holidayRegion',
    ])
  })

  it('is for leads; for a stranger there is nothing', async () => {
    const project = await addProject()
    const asked = { project: project.slug, basedOn: 1, terms: defaultTerms }
    expect(refusalOf(await changePolicy(project.handler, asked))).toBe('forbidden')
    expect(refusalOf(await changePolicy(project.stranger, asked))).toBe('not_found')
    expect(refusalOf(await policyHistory(project.stranger, { project: project.slug }))).toBe('not_found')
  })

  it('stores the holidays of the region for three years, and keeps the team’s own days', async () => {
    const project = await addProject()
    const businessCalendar = {
      ...defaultTerms.businessCalendar,
      timeZone: 'Europe/Berlin',
      holidayRegion: { country: 'DE', state: 'BY' },
      holidays: [
        { date: '2026-12-24', name: 'Quiet day', isOwn: true },
        { date: '2020-01-01', name: 'Left from an earlier computation' },
      ],
      shutdowns: [{ from: '2026-12-27', to: '2026-12-31', name: 'Winter break' }],
    }
    value(await change(project, 1, { businessCalendar }))
    const { holidays, shutdowns } = (await inForce(project)).terms.businessCalendar
    expect(holidays).toContainEqual({ date: '2026-12-24', name: 'Quiet day', isOwn: true })
    expect(holidays).toContainEqual({ date: '2027-01-06', name: 'Epiphany' })
    expect([...new Set(holidays.map(({ date }) => date.slice(0, 4)))]).toEqual(['2026', '2027', '2028'])
    expect(shutdowns).toEqual(businessCalendar.shutdowns)
  })

  it('keeps the days of support when the time zone moves', async () => {
    const project = await addProject()
    value(
      await addReleaseLine(project.lead, {
        project: project.slug,
        name: '1.x',
        range: '1.x',
        branch: 'main',
        supportedFrom: '2026-03-29',
        supportedUntil: '2027-03-28',
      }),
    )
    value(
      await change(project, 1, {
        businessCalendar: { ...defaultTerms.businessCalendar, timeZone: 'Europe/Berlin' },
      }),
    )
    expect(value(await publicProject(anyone, { project: project.slug })).lines).toMatchObject([
      {
        from: '2026-03-29',
        until: '2027-03-28',
        // Clocks go forward on both days: each begins an hour before UTC and ends two.
        supportedFrom: '2026-03-28T23:00:00.000Z',
        supportedUntil: '2027-03-28T22:00:00.000Z',
      },
    ])
  })
})
