import { asc, eq } from 'drizzle-orm'
import { events, lineStatuses, releaseLines } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import type { PolicyTerms } from '@/domain/policies/terms'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { changePolicy } from '@/server/policies/change-policy'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { addReport } from './reporter'
import { testDatabase } from './database'
import { addProject, value } from './team'

/** Lines of a project, newest last, as in “1.x, 2.x, 3.x”; `main` is development. `until`: the end of support. */
interface SampleLine {
  name: string
  range: string
  isDevelopment?: boolean
  until?: string
}

const threeLines: SampleLine[] = [
  { name: '1.x', range: '>=1.0.0 <2.0.0', until: '2026-06-30' },
  { name: '2.x', range: '>=2.0.0 <3.0.0' },
  { name: '3.x', range: '>=3.0.0 <4.0.0' },
]

export type SampleProject = Awaited<ReturnType<typeof addSampleProject>>

/** A project that promises 48 hours, with an old line, two supported ones, and people in every role. */
export async function addSampleProject({
  terms = {},
  lines = threeLines,
}: { terms?: Partial<PolicyTerms>; lines?: SampleLine[] } = {}) {
  const project = await addProject()
  const promised: PolicyTerms = {
    ...defaultTerms,
    acknowledge: { hours: 48, counting: 'calendar' },
    respond: { hours: 96, counting: 'calendar', countedFrom: 'received' },
    ...terms,
  }
  value(
    await changePolicy(project.owner, {
      project: project.slug,
      basedOn: 1,
      terms: promised,
      introduction: '',
    }),
  )
  const line: Record<string, string> = {}
  for (const { name, range, until, isDevelopment } of lines) {
    const facts = { name, range, branch: name, supportedFrom: '2025-01-01', supportedUntil: until ?? '' }
    const development = isDevelopment ? { isDevelopment: 'on' as const } : {}
    line[name] = value(
      await addReleaseLine(project.lead, { project: project.slug, ...facts, ...development }),
    ).id
  }
  return { ...project, terms: promised, line }
}

/** A report of the project that its handler acknowledged; the reporter left an address. */
export async function addOpenCase(project: SampleProject, more: Parameters<typeof addReport>[1] = {}) {
  const report = await addReport(project, { contactEmail: 'reporter@example.net', ...more })
  const named = { case: report.reference }
  value(await acknowledgeCase(project.handler, named))
  return { ...report, named }
}

/** The types of what happened to a case, oldest first. */
export async function historyOf(caseId: string): Promise<string[]> {
  return (await eventsOf(caseId)).map(({ type }) => type)
}

/** What happened to a case, oldest first. */
export async function eventsOf(caseId: string) {
  const { db } = await testDatabase()
  return db.select().from(events).where(eq(events.chainId, caseId)).orderBy(asc(events.position))
}

/** The row of a line of a case, by the line's name. */
export async function lineRow(caseId: string, name: string) {
  const { db } = await testDatabase()
  const rows = await db
    .select({ row: lineStatuses, name: releaseLines.name })
    .from(lineStatuses)
    .innerJoin(releaseLines, eq(releaseLines.id, lineStatuses.lineId))
    .where(eq(lineStatuses.caseId, caseId))
  const found = rows.find((one) => one.name === name)
  if (!found) throw new Error(`The case has no line ${name}.`)
  return found.row
}
