import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { can } from '@/domain/access/can'
import { loadCase } from '@/server/cases/load-case'
import { query } from '@/server/kernel/query'
import { acceptedBecause, assessmentPlan, findingContent } from './assessment-record'
import { findingHistories } from './finding-history'
import { findingsOf, gateOfRelease } from './gate-of-release'
import { assessmentName, loadAssessment } from './load-assessment'

/** An assessment with its findings, what became of each, and whether the release may go out. */
export const assessmentView = query({
  name: 'assessments.view',
  input: z.object({ assessment: assessmentName }),
  may: 'view_assessments',
  load: (context, input) => loadAssessment(context, input.assessment),
  run: async (context, _input, { assessment, project, subject }) => {
    const rows = await findingsOf(context, assessment.id)
    const ids = [assessment.begunBy, assessment.finishedBy, ...rows.map((row) => row.settledBy)]
    const known = await context.tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(
        inArray(
          people.id,
          ids.filter((id) => id !== null),
        ),
      )
    const histories = await findingHistories(context, assessment.id)
    const nameOf = (id: string | null) => known.find((one) => one.id === id)?.name ?? null
    return {
      id: assessment.id,
      version: assessment.version,
      project: { slug: project.slug, key: project.key, name: project.name, summary: project.summary },
      release: assessment.release,
      plan: assessmentPlan(assessment),
      begun: { at: assessment.begunAt, by: nameOf(assessment.begunBy) },
      finished: assessment.finishedAt && {
        at: assessment.finishedAt,
        by: nameOf(assessment.finishedBy),
      },
      findings: await Promise.all(
        rows.map(async (row) => ({
          id: row.id,
          version: row.version,
          weakness: row.weakness,
          cwe: row.cwe,
          rating: row.rating,
          ...findingContent(row),
          state: row.state,
          settledBy: nameOf(row.settledBy),
          reason: acceptedBecause(row),
          history: histories.get(row.id) ?? [],
          /** null: there is none, or one may not see it. */
          reference: row.caseId ? ((await loadCase(context, row.caseId))?.case.reference ?? null) : null,
        })),
      ),
      gate: await gateOfRelease(context, project.id, assessment.release),
      mayAssess: can(context.actor, 'assess_release', subject),
    }
  },
})
export type AssessmentView = Extract<Awaited<ReturnType<typeof assessmentView>>, { ok: true }>['value']
