import { and, eq, getTableColumns } from 'drizzle-orm'
import { z } from 'zod'
import { assessments, findings, projects } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { FoundProject } from '@/server/projects/load-project'
import { projectsInScope } from '@/server/projects/scope'
import type { AssessmentRow, FindingRow } from './assessment-record'

/** An assessment as an operation finds it. */
export interface FoundAssessment extends FoundProject {
  assessment: AssessmentRow
}

export interface FoundFinding extends FoundAssessment {
  finding: FindingRow
}

export const assessmentName = z.uuid('That is no assessment.')
export const findingName = z.uuid('That is no finding.')

const subjectOf = (projectId: string) => ({ kind: 'project' as const, projectId })

/** The assessment, if it exists for this actor. Changes lock its row, so that two of them never interleave. */
export async function loadAssessment(
  { tx, actor }: Context,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundAssessment | null> {
  const select = tx
    .select({ assessment: getTableColumns(assessments), project: getTableColumns(projects) })
    .from(assessments)
    .innerJoin(projects, eq(projects.id, assessments.projectId))
    .where(and(eq(assessments.id, id), projectsInScope(actor)))
  const [row] = lock ? await select.for('update', { of: assessments }) : await select
  return row ? { ...row, subject: subjectOf(row.project.id) } : null
}

/** The finding with its assessment, whose row is locked. */
export async function loadFinding(context: Context, id: string): Promise<FoundFinding | null> {
  const [finding] = await context.tx.select().from(findings).where(eq(findings.id, id))
  const found = finding && (await loadAssessment(context, finding.assessmentId, { lock: true }))
  return found ? { ...found, finding } : null
}
