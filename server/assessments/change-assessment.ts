import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { assessments } from '@/db/schema'
import { releaseVersion } from '@/domain/assessments/release-version'
import type { InstanceEventType } from '@/domain/people/instance-event'
import { longText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, invalid, refused } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { sealAssessmentText, type AssessmentRow } from './assessment-record'
import { assessmentName, loadAssessment, type FoundAssessment } from './load-assessment'

const plan = {
  scope: longText(5_000, 'Say what is looked at: parts, configurations, what is left out.'),
  assessors: longText(1_000, 'Say who assesses.'),
  method: longText(5_000, 'Say how: review, scanner, penetration test, checklist.'),
}
const named = { assessment: assessmentName, seen: versionSeen() }
const sealPlan = (id: string, given: { scope: string; assessors: string; method: string }) =>
  sealAssessmentText(
    id,
    { table: 'assessments', column: 'plan' },
    JSON.stringify({ scope: given.scope, assessors: given.assessors, method: given.method }),
  )

/** Begins to assess a release before production. A release is assessed once; going on later reopens that assessment. */
export const beginAssessment = command({
  name: 'assessments.begin',
  input: z.object({ project: projectName, release: releaseVersion, ...plan }),
  may: 'assess_release',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { release, ...given }, { project }) => {
    const id = randomUUID()
    const [stored] = await context.tx
      .insert(assessments)
      .values({
        id,
        projectId: project.id,
        release,
        plan: sealPlan(id, given),
        begunBy: actingPerson(context.actor).personId,
        begunAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: assessments.id })
    if (!stored)
      throw invalid({ release: [`${release} has an assessment already. Open it, and go on there.`] })
    await recordInstanceEvent(context, 'assessment_begun', {
      projectId: project.id,
      assessmentId: id,
      release,
    })
    return { id }
  },
})

/** Changes what is looked at, by whom, or how. */
export const changeAssessment = command({
  name: 'assessments.change',
  input: z.object({ ...named, ...plan }),
  may: 'assess_release',
  load: (context, input) => loadAssessment(context, input.assessment, { lock: true }),
  run: async (context, { seen, ...given }, found) => {
    needUnfinished(found)
    await change(context, found, seen, { plan: sealPlan(found.assessment.id, given) }, 'assessment_changed')
  },
})

/** Says that everything was looked at. What was found may still have to be settled. */
export const finishAssessment = command({
  name: 'assessments.finish',
  input: z.object(named),
  may: 'assess_release',
  load: (context, input) => loadAssessment(context, input.assessment, { lock: true }),
  run: async (context, { seen }, found) => {
    needUnfinished(found)
    const finished = { finishedAt: context.now, finishedBy: actingPerson(context.actor).personId }
    await change(context, found, seen, finished, 'assessment_finished')
  },
})

/** Goes on with an assessment that was finished: the gate closes again. */
export const reopenAssessment = command({
  name: 'assessments.reopen',
  input: z.object(named),
  may: 'assess_release',
  load: (context, input) => loadAssessment(context, input.assessment, { lock: true }),
  run: async (context, { seen }, found) => {
    if (found.assessment.finishedAt === null) throw refused('This assessment is not finished.')
    await change(context, found, seen, { finishedAt: null, finishedBy: null }, 'assessment_reopened')
  },
})

/** Refuses what only an assessment that goes on takes. */
export function needUnfinished({ assessment }: FoundAssessment): void {
  if (assessment.finishedAt !== null)
    throw refused(
      'This assessment is finished. Reopen it first; the release gate closes until it is finished again.',
    )
}

async function change(
  context: Context,
  { assessment, project }: FoundAssessment,
  seen: number,
  columns: Partial<AssessmentRow>,
  event: Extract<InstanceEventType, 'assessment_changed' | 'assessment_finished' | 'assessment_reopened'>,
): Promise<void> {
  const [stored] = await context.tx
    .update(assessments)
    .set({ ...columns, version: seen + 1 })
    .where(and(eq(assessments.id, assessment.id), eq(assessments.version, seen)))
    .returning({ id: assessments.id })
  if (!stored)
    throw conflict(
      'The assessment changed meanwhile. What you typed is still here; load the page again to see what is new.',
    )
  await recordInstanceEvent(context, event, { projectId: project.id, assessmentId: assessment.id })
}
