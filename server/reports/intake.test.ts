import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { cases, events, reports, usedChallenges } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import { spamExplanation } from '@/domain/cases/resolutions'
import { hourMs, plusMs } from '@/lib/instant'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { caseQueue } from '@/server/cases/case-queue'
import { releaseHeld } from '@/server/cases/release-held'
import { resolveCase } from '@/server/cases/resolve-case'
import { sweepCases } from '@/server/cases/sweep-cases'
import { sweepPeople } from '@/server/people/sweep-people'
import { changePolicy } from '@/server/policies/change-policy'
import { changeIntake } from '@/server/projects/change-intake'
import { intakeSettings } from '@/server/projects/intake-settings'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey, wholeReport } from '@/test/reporter'
import { solved } from '@/test/solve-challenge'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { askChallenge } from './ask-challenge'
import { publicIntake } from './public-intake'
import { publicStatistics } from './public-statistics'
import { submitReport } from './submit-report'
import { withdrawReport } from './withdraw-report'
import { welcomeReport } from './welcome-report'

const { db } = await testDatabase()
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>
type Intake = Parameters<typeof changeIntake>[1]

const setIntake = async (project: Project, more: Partial<Intake> = {}, actor = project.lead as never) => {
  const { project: stands } = value(await intakeSettings(project.owner, { project: project.slug }))
  return changeIntake(actor, { project: project.slug, version: stands.version, floodAbove: 30, ...more })
}
const attacked = async () => {
  const project = await addProject()
  value(await setIntake(project, { isUnderAttack: true }))
  return project
}
const solutionFor = async (project: { slug: string }) => {
  const { challenge } = value(await askChallenge(anyone, { project: project.slug }))
  return solved(challenge!)
}
const jobs = async () => {
  const { rows } = await db.execute<{ name: string }>(
    `select name from pgboss.job where name = 'cases.welcome'`,
  )
  return rows.length
}
const references = async (
  project: Project,
  view: 'open' | 'held' | 'spam' | 'closed' | 'all' | 'unassigned',
) => {
  const { cases: rows, counts } = value(await caseQueue(project.handler, { view }))
  return { references: rows.map(({ reference }) => reference), counts }
}

describe('a project under attack', () => {
  it('holds a report without a solution: stored with a receipt, out of the queue, and only the leads are told, once', async () => {
    const project = await attacked()
    const report = await addReport(project, { contactEmail: 'moth@example.test' })
    expect(report.warnings[0]).toMatch(/a person looks at yours/)
    expect(await db.select({ isHeld: cases.isHeld }).from(cases)).toEqual([{ isHeld: true }])
    expect(await jobs()).toBe(0)
    for (const view of ['open', 'unassigned', 'all'] as const)
      expect((await references(project, view)).references).toEqual([])
    expect(await references(project, 'held')).toMatchObject({
      references: [report.reference],
      counts: { open: 0, held: 1, spam: 0 },
    })
    const searched = value(await caseQueue(project.handler, { q: report.reference }))
    expect(searched.cases).toHaveLength(1)
    // Of fewer than five reports no share would be told in any case.
    for (let held = 1; held < 6; held++) await addReport(project)
    advanceClock(1000 * hourMs)
    expect(value(await sweepCases({ kind: 'job', job: 'cases.sweep' }, {}))).toMatchObject({ overdue: 1 })
    // The leads alone are told, by the first one.
    expect((await readMails()).map(({ recipient }) => recipient.name)).toEqual([project.lead.name])
    const { kept } = value(await publicStatistics(anyone, { project: project.slug }))
    expect(kept.acknowledge).toBeNull()
  })

  it('lets nothing be done with a held report but releasing it or calling it spam', async () => {
    const project = await attacked()
    const { reference } = await addReport(project)
    expect(await acknowledgeCase(project.handler, { case: reference })).toMatchObject({
      ok: false,
      refusal: { code: 'refused', message: expect.stringContaining('Release it first') },
    })
    expect(refusalOf(await releaseHeld(project.observer, { case: reference }))).toBe('forbidden')
    expect(refusalOf(await releaseHeld(project.stranger, { case: reference }))).toBe('not_found')
  })

  it('releases it as an ordinary one: both sides are greeted then, and its clocks keep the arrival', async () => {
    const project = await attacked()
    const report = await addReport(project, { contactEmail: 'moth@example.test' })
    advanceClock(5 * hourMs)
    value(await releaseHeld(project.handler, { case: report.reference }))
    expect(refusalOf(await releaseHeld(project.handler, { case: report.reference }))).toBe('refused')
    expect(await jobs()).toBe(1)
    expect((await references(project, 'open')).references).toEqual([report.reference])
    const happened = await db.select().from(events).where(eq(events.chainId, report.caseId))
    expect(happened.map(({ type, data }) => [type, data])).toEqual([
      ['report_received', { reportId: report.reportId, channel: 'web', isHeld: true }],
      ['held_released', {}],
    ])
    const [row] = await db.select().from(cases)
    expect([row!.receivedAt, row!.nextDueAt]).toEqual([testStart, report.acknowledgeBy ?? row!.nextDueAt])
    value(
      await welcomeReport(
        { kind: 'job', job: 'cases.welcome' },
        { case: report.caseId, report: report.reportId },
      ),
    )
    expect((await readMails()).map(({ subject }) => subject)).toContain('Your report arrived (Marmotte)')
  })

  it('closes a held report as spam without a mail to the address in it', async () => {
    const project = await attacked()
    const { reference } = await addReport(project, { contactEmail: 'moth@example.test' })
    value(await resolveCase(project.handler, { case: reference, kind: 'spam', explanation: spamExplanation }))
    expect((await readMails()).map(({ recipient }) => recipient.name)).toEqual([project.lead.name])
    expect(await references(project, 'spam')).toMatchObject({
      references: [reference],
      counts: { held: 0, spam: 1 },
    })
    expect((await references(project, 'closed')).references).toEqual([])
  })

  it('lets its reporter withdraw a held report', async () => {
    const project = await attacked()
    const { reporter, caseId } = await addReport(project)
    value(await withdrawReport(reporter, { confirmed: true, reason: 'I was wrong.' }))
    expect(await db.select({ isHeld: cases.isHeld }).from(cases).where(eq(cases.id, caseId))).toEqual([
      { isHeld: false },
    ])
    expect((await references(project, 'closed')).references).toHaveLength(1)
  })

  it('takes a report with a solved challenge as ever', async () => {
    const project = await attacked()
    const report = await addReport(project, { solution: await solutionFor(project) })
    expect(report.warnings).toEqual([])
    expect(await jobs()).toBe(1)
    expect((await references(project, 'open')).references).toEqual([report.reference])
  })

  it('refuses a solution that was used, has run out, is another project’s, or was made up; nothing is stored then', async () => {
    const project = await attacked()
    const other = await addProject('Other', 'OTH')
    value(await setIntake(other, { isUnderAttack: true }))
    const solution = await solutionFor(project)
    const first = wholeReport(project, { solution })
    value(await submitReport(anyone, first))
    expect(value(await submitReport(anyone, first)).warnings).toEqual([])

    const again = (given: string, to = project) => submitReport(anyone, wholeReport(to, { solution: given }))
    const forOther = await solutionFor(other)
    const made = JSON.parse(await solutionFor(project))
    made.challenge.parameters.keyPrefix = '00'
    for (const [given, to] of [
      [solution, project],
      [forOther, project],
      [JSON.stringify(made), project],
      ['{"challenge":{}}', project],
      ['nonsense', project],
    ] as const)
      expect(refusalOf(await again(given, to))).toBe('refused')
    const late = await solutionFor(project)
    advanceClock(2 * hourMs)
    expect(refusalOf(await again(late))).toBe('refused')
    expect(await db.select().from(reports)).toHaveLength(1)
  })

  it('takes one of two reports that bring the same solution at once', async () => {
    const project = await attacked()
    const solution = await solutionFor(project)
    const sent = await Promise.all(
      [formKey(), formKey()].map((submission) =>
        submitReport(anyone, wholeReport(project, { submission, solution })),
      ),
    )
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('keeps used challenges as hashes, uses none up for a refused report, and sweeps them when they have run out', async () => {
    const project = await attacked()
    const solution = await solutionFor(project)
    const refused = await submitReport(
      anyone,
      wholeReport(project, { solution, description: 'https://a.example' }),
    )
    expect(refusalOf(refused)).toEqual(['invalid', 'description'])
    expect(await db.select().from(usedChallenges)).toEqual([])
    await addReport(project, { solution })
    const [stored] = await db.select().from(usedChallenges)
    expect(stored).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      expiresAt: plusMs(testStart, hourMs),
    })
    expect(solution).not.toContain(stored!.hash)
    const sweep = () => sweepPeople({ kind: 'job', job: 'people.sweep' }, {})
    value(await sweep())
    expect(await db.select().from(usedChallenges)).toHaveLength(1)
    advanceClock(hourMs + 1)
    value(await sweep())
    expect(await db.select().from(usedChallenges)).toEqual([])
  })
})

describe('a flood', () => {
  it('switches the check on by itself above the number, and off again when the hour is over', async () => {
    const project = await addProject()
    value(await setIntake(project, { floodAbove: 2 }))
    for (let sent = 0; sent < 3; sent++) expect((await addReport(project)).warnings).toEqual([])
    expect(value(await intakeSettings(project.observer, { project: project.slug })).whyChecked).toBe('flood')
    expect((await addReport(project)).warnings).toHaveLength(1)
    advanceClock(hourMs)
    expect(value(await askChallenge(anyone, { project: project.slug })).challenge).toBeNull()
    expect((await addReport(project)).warnings).toEqual([])
  })
})

describe('a paused project', () => {
  const paused = async () => {
    const project = await addProject()
    const terms = { ...defaultTerms, channels: { ...defaultTerms.channels, mail: ['security@example.org'] } }
    value(await changePolicy(project.lead, { project: project.slug, basedOn: 1, terms }))
    const earlier = wholeReport(project)
    value(await submitReport(anyone, earlier))
    value(await setIntake(project, { isPaused: true, pauseNotice: 'We move house until Monday.' }))
    return { project, earlier }
  }

  it('refuses reports with its notice and the next best way; a repeat of an earlier one still gets its receipt', async () => {
    const { project, earlier } = await paused()
    expect(await submitReport(anyone, wholeReport(project))).toMatchObject({
      refusal: {
        code: 'refused',
        reasons: ['We move house until Monday.', expect.stringContaining('security@example.org')],
      },
    })
    expect((await submitReport(anyone, earlier)).ok).toBe(true)
    expect(value(await publicIntake(anyone, { project: project.slug })).pause).toEqual({
      notice: 'We move house until Monday.',
      ways: [{ text: 'security@example.org', href: 'mailto:security@example.org' }],
    })
    value(await setIntake(project))
    expect((await submitReport(anyone, wholeReport(project))).ok).toBe(true)
  })

  it('needs a notice, and another way in the policy', async () => {
    const { project } = await paused()
    expect(refusalOf(await setIntake(project, { isPaused: true }))).toEqual(['invalid', 'pauseNotice'])
    const silent = await addProject('Silent', 'SIL')
    const terms = { ...defaultTerms, channels: { mail: [], plainContact: null, encryptionKeyUrl: null } }
    value(await changePolicy(silent.lead, { project: silent.slug, basedOn: 1, terms }))
    expect(refusalOf(await setIntake(silent, { isPaused: true, pauseNotice: 'Away.' }))).toEqual([
      'invalid',
      'isPaused',
    ])
  })
})

describe('changeIntake', () => {
  it('is for leads, records what was chosen, and overwrites nobody', async () => {
    const project = await addProject()
    expect(refusalOf(await setIntake(project, {}, project.handler as never))).toBe('forbidden')
    expect(refusalOf(await setIntake(project, {}, project.stranger as never))).toBe('not_found')
    value(await setIntake(project, { isUnderAttack: true }))
    expect(refusalOf(await setIntake(project, { version: 1 }))).toBe('conflict')
    expect(refusalOf(await setIntake(project, { floodAbove: 0 }))).toEqual(['invalid', 'floodAbove'])
    const [event] = await db.select().from(events).where(eq(events.type, 'intake_changed'))
    expect(event!.data).toEqual({
      projectId: project.id,
      isUnderAttack: true,
      floodAbove: 30,
      isPaused: false,
    })
  })
})
