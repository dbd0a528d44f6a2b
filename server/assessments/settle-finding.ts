import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { findings } from '@/db/schema'
import { weaknessClasses, weaknessCwe, weaknessLabel } from '@/domain/assessments/finding'
import { cweIdSchema } from '@/domain/severity/cwe'
import { ratingLabel, ratingsAlone } from '@/domain/severity/rating'
import { longText, shortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, refused } from '@/server/kernel/problem'
import { openCase } from '@/server/reports/open-case'
import { findingContent, sealAssessmentText, type FindingRow } from './assessment-record'
import { needUnfinished } from './change-assessment'
import {
  assessmentName,
  findingName,
  loadAssessment,
  loadFinding,
  type FoundFinding,
} from './load-assessment'

/** Records a weakness that was found. Without an exact one, the weakness of its class stands for it. */
export const addFinding = command({
  name: 'assessments.addFinding',
  input: z.object({
    assessment: assessmentName,
    weakness: z.enum(weaknessClasses, { error: 'Choose what kind of weakness it is.' }),
    cwe: z.union([z.literal('').transform(() => null), cweIdSchema]).nullish(),
    rating: z.enum(ratingsAlone, { error: 'Choose how bad it is.' }),
    title: shortText(200, 'Write one line that says what is weak.'),
    description: longText(20_000, 'Say where it is, how to see it, and what it allows.'),
  }),
  may: 'assess_release',
  load: (context, input) => loadAssessment(context, input.assessment, { lock: true }),
  run: async (context, { weakness, cwe, rating, title, description }, found) => {
    needUnfinished(found)
    const id = randomUUID()
    const content = JSON.stringify({ title, description })
    const { id: assessmentId } = found.assessment
    await context.tx.insert(findings).values({
      id,
      assessmentId,
      weakness,
      cwe: cwe ?? weaknessCwe[weakness],
      rating,
      content: sealAssessmentText(id, { table: 'findings', column: 'content' }, content),
      addedBy: actingPerson(context.actor).personId,
      addedAt: context.now,
    })
    await recordInstanceEvent(context, 'finding_added', {
      projectId: found.project.id,
      assessmentId,
      findingId: id,
    })
    return { id }
  },
})

const named = { finding: findingName, seen: versionSeen() }

/** Lets a finding go out with the release, for a reason. */
export const acceptFinding = command({
  name: 'assessments.acceptFinding',
  input: z.object({ ...named, reason: longText(5_000, 'Say why it may go out like this.') }),
  may: 'assess_release',
  load: (context, input) => loadFinding(context, input.finding),
  run: async (context, { seen, reason }, found) => {
    const { id } = found.finding
    await settle(context, found, seen, {
      state: 'accepted',
      reason: sealAssessmentText(id, { table: 'findings', column: 'reason' }, reason),
    })
  },
})

/** Makes a case of a finding; whoever does so answers for it. */
export const openFindingCase = command({
  name: 'assessments.openFindingCase',
  input: z.object(named),
  may: 'assess_release',
  load: (context, input) => loadFinding(context, input.finding),
  run: async (context, { seen }, found) => {
    const { finding, assessment, project } = found
    needOpen(finding)
    const { title, description } = findingContent(finding)
    const { caseId, reference } = await openCase(context, project, {
      channel: 'assessment',
      title,
      description: `${description}\n\n${factsOf(finding)}`,
      affectedVersions: assessment.release,
      receivedAt: finding.addedAt,
    })
    await settle(context, found, seen, { state: 'case', caseId })
    return { reference }
  },
})

const factsOf = ({ weakness, cwe, rating }: FindingRow) =>
  [`Weakness: ${weaknessLabel[weakness]}${cwe ? ` (${cwe})` : ''}`, `Severity: ${ratingLabel[rating]}`].join(
    '\n',
  )

function needOpen({ state }: FindingRow): void {
  if (state !== 'open')
    throw refused(
      state === 'case' ? 'A case was made of this finding already.' : 'This finding is accepted already.',
    )
}

async function settle(
  context: Context,
  { finding, project }: FoundFinding,
  seen: number,
  columns: { state: 'accepted'; reason: Uint8Array } | { state: 'case'; caseId: string },
): Promise<void> {
  needOpen(finding)
  const [stored] = await context.tx
    .update(findings)
    .set({
      ...columns,
      settledBy: actingPerson(context.actor).personId,
      settledAt: context.now,
      version: seen + 1,
    })
    .where(and(eq(findings.id, finding.id), eq(findings.version, seen), eq(findings.state, 'open')))
    .returning({ id: findings.id })
  if (!stored) throw conflict('Somebody else settled this finding meanwhile. Load the page again.')
  await recordInstanceEvent(context, 'finding_settled', {
    projectId: project.id,
    assessmentId: finding.assessmentId,
    findingId: finding.id,
    state: columns.state,
  })
}
