import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { advisories, cases } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import type { PolicyTerms } from '@/domain/policies/terms'
import { approveAdvisory } from '@/server/advisories/approve-advisory'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { scheduleAnnouncement } from '@/server/advisories/schedule-announcement'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { changeLine } from '@/server/cases/change-line'
import { classifySeverity } from '@/server/cases/classify-severity'
import { confirmCase } from '@/server/cases/confirm-case'
import { recordAudit } from '@/server/cases/record-audit'
import { recordRelease } from '@/server/cases/record-release'
import { now } from '@/server/kernel/clock'
import { changePolicy } from '@/server/policies/change-policy'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { submitReport } from '@/server/reports/submit-report'
import type { Database } from '@/db/connection'
import type { Instant } from '@/lib/instant'
import { addProject, anyone, value } from './team'

export type AnnouncingProject = Awaited<ReturnType<typeof addAnnouncingProject>>

/** A project that announces seven days after the patch release, on any weekday, with a second approval; it has the lines 1.2.x and 1.3.x. */
export async function addAnnouncingProject(announce: Partial<PolicyTerms['announce']> = {}) {
  const project = await addProject()
  const terms: PolicyTerms = {
    ...defaultTerms,
    announce: {
      ...defaultTerms.announce,
      delayDays: 7,
      preferredWeekdays: [],
      preferredTime: null,
      secondApproval: true,
      ...announce,
    },
  }
  value(await changePolicy(project.owner, { project: project.slug, basedOn: 1, terms, introduction: '' }))
  const lines: string[] = []
  for (const name of ['1.2.x', '1.3.x']) {
    const range = `>=${name.replace('x', '0')} <${name === '1.2.x' ? '1.3.0' : '1.4.0'}`
    const facts = { name, range, branch: name, supportedFrom: '2026-01-01', supportedUntil: '' }
    lines.push(value(await addReleaseLine(project.lead, { project: project.slug, ...facts })).id)
  }
  return { ...project, lines }
}

/** A case of it whose two lines are released now and whose advisory is complete and approved: only the waiting time is open. */
export async function addAnnounceableCase(
  { db }: Pick<Database, 'db'>,
  project: AnnouncingProject,
  reporterAddress: string,
) {
  const { handler, lead, lines } = project
  const { reference, receipt } = value(
    await submitReport(anyone, {
      project: project.slug,
      submission: randomBytes(16).toString('base64url'),
      title: 'Template names escape the folder',
      description: 'A template whose name begins with two dots is read from outside of the template folder.',
      impact: 'Anyone who chooses template names reads files of the server.',
      contactEmail: reporterAddress,
      creditAs: 'anonymous',
    } as Parameters<typeof submitReport>[1]),
  )
  const named = { case: reference }
  value(await acknowledgeCase(handler, named))
  for (const line of lines)
    value(await changeLine(handler, { ...named, line, seen: 1, affectedness: 'affected' }))
  value(await classifySeverity(handler, { ...named, ratingAlone: 'high', cwes: 'CWE-22' }))
  value(await confirmCase(handler, { ...named, reproduction: 'Read /etc/hostname on 1.2.0.' }))
  value(
    await recordAudit(handler, {
      ...named,
      searched: 'Every place that opens a template.',
      found: 'Nothing.',
    }),
  )
  for (const [n, line] of lines.entries()) {
    const url = `https://git.example.org/releases/1.${n + 2}.7`
    const release = { version: `1.${n + 2}.7`, releasedAt: now(), url }
    value(await recordRelease(handler, { ...named, line, seen: 2, ...release }))
  }
  const draft = {
    title: 'Template names escape the folder',
    summary: 'A template name with two dots reads files outside the folder.',
    impact: 'Anyone who chooses template names reads files.',
    actions: 'Update to a fixed version.',
    noCveReason: 'Requested, not yet assigned.',
    creditDecision: 'as_in_ledger' as const,
    references: '',
  }
  value(await editAdvisory(handler, { ...named, ...draft, seen: 1 }))
  value(await approveAdvisory(lead, { ...named, seen: 2 }))
  const [row] = await db
    .select({ id: cases.id, advisoryId: advisories.id })
    .from(cases)
    .innerJoin(advisories, eq(advisories.caseId, cases.id))
    .where(eq(cases.reference, reference))
  if (!row) throw new Error('The case has no advisory.')
  return { ...row, reference, receipt, reporterAddress, lines }
}

/** Schedules its announcement by the handler, whatever speaks against the moment. */
export const scheduleAt = (project: AnnouncingProject, reference: string, at: Instant) =>
  scheduleAnnouncement(project.handler, {
    case: reference,
    at: at.slice(0, 16),
    timeZone: 'UTC',
    warningsRead: 'on',
  })
