import { asc, desc, eq, sql } from 'drizzle-orm'
import { severityAssessments, severityOpinions } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Severity } from '@/domain/severity/severity'
import type { Context } from '@/server/kernel/context'
import type { FoundCase } from './load-case'

export type AssessmentRow = typeof severityAssessments.$inferSelect

/** Where a classification is sealed. */
export const assessmentPlace = (id: string, column: 'severity' | 'reason') => ({
  table: 'severity_assessments',
  row: id,
  column,
})

/** Every classification of the case, the one that counts first. */
export const assessmentsOf = ({ tx }: Context, caseId: string): Promise<AssessmentRow[]> =>
  assessmentsOfCase(tx).execute({ caseId })

export const assessmentsOfCase = statement('assessments_of_case', (tx) =>
  tx
    .select()
    .from(severityAssessments)
    .where(eq(severityAssessments.caseId, sql.placeholder('caseId')))
    .orderBy(desc(severityAssessments.scoredAt), desc(severityAssessments.id)),
)

/** The severity of a classification, opened. Throws SealBroken. */
export const openSeverity = ({ vault }: Pick<FoundCase, 'vault'>, row: AssessmentRow): Severity =>
  JSON.parse(vault.open(assessmentPlace(row.id, 'severity'), row.severity)) as Severity

/** The severity that counts; null: not classified. */
export async function severityOf(context: Context, found: FoundCase): Promise<Severity | null> {
  const [latest] = await assessmentsOf(context, found.case.id)
  return latest ? openSeverity(found, latest) : null
}

type OpinionRow = typeof severityOpinions.$inferSelect

/** Where what somebody thinks of the severity is sealed. */
export const opinionPlace = (caseId: string, personId: string, column: 'severity' | 'reason') => ({
  table: 'severity_opinions',
  row: `${caseId}/${personId}`,
  column,
})

/** What people think of the severity, who said it first first. */
export const opinionsOfCase = statement('opinions_of_case', (tx) =>
  tx
    .select()
    .from(severityOpinions)
    .where(eq(severityOpinions.caseId, sql.placeholder('caseId')))
    .orderBy(asc(severityOpinions.scoredAt), asc(severityOpinions.personId)),
)

/** The sealed part of an opinion. */
export function openOpinion(
  { vault }: Pick<FoundCase, 'vault'>,
  { caseId, personId, severity, reason }: OpinionRow,
): { severity: Severity; reason: string | null } {
  const place = (column: 'severity' | 'reason') => opinionPlace(caseId, personId, column)
  return {
    severity: JSON.parse(vault.open(place('severity'), severity)) as Severity,
    reason: reason && vault.open(place('reason'), reason),
  }
}
