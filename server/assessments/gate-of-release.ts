import { and, asc, eq } from 'drizzle-orm'
import { assessments, findings } from '@/db/schema'
import { isFixedIn } from '@/domain/assessments/fixed-in'
import { releaseGate, type ReleaseGate } from '@/domain/assessments/release-gate'
import { stageOf } from '@/domain/cases/stage'
import { jobActor } from '@/server/auth/job-actor'
import { loadCaseRecord } from '@/server/cases/case-record'
import { loadCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import type { FindingRow } from './assessment-record'

/** Findings of an assessment in the order they were added. */
export const findingsOf = ({ tx }: Pick<Context, 'tx'>, assessmentId: string): Promise<FindingRow[]> =>
  tx
    .select()
    .from(findings)
    .where(eq(findings.assessmentId, assessmentId))
    .orderBy(asc(findings.addedAt), asc(findings.id))

/** Whether a release may go out. The answer counts every finding, also those whose case the asking one may not see; it names none. */
export async function gateOfRelease(
  context: Context,
  projectId: string,
  release: string,
): Promise<ReleaseGate> {
  const [assessment] = await context.tx
    .select()
    .from(assessments)
    .where(and(eq(assessments.projectId, projectId), eq(assessments.release, release)))
  const its = assessment ? await findingsOf(context, assessment.id) : []
  const facts = await Promise.all(
    its.map(async ({ state, caseId }) => ({
      state,
      isFixed: caseId !== null && (await isCaseFixed(context, caseId, release)),
    })),
  )
  return releaseGate({ release, assessment: assessment ?? null, findings: facts })
}

async function isCaseFixed(context: Context, caseId: string, release: string): Promise<boolean> {
  const asDesk: Context = { ...context, actor: jobActor('assessments.gate') }
  const found = await loadCase(asDesk, caseId)
  if (!found) return false
  const { facts } = await loadCaseRecord(asDesk, found)
  return isFixedIn(release, {
    stage: stageOf(facts),
    resolution: facts.resolution?.kind ?? null,
    lines: facts.lines,
  })
}
