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
import { acceptedBecause, findingContent, sealAssessmentText, type FindingRow } from './assessment-record'
import { needUnfinished } from './change-assessment'
import {
  assessmentName,
  findingName,
  loadAssessment,
  loadFinding,
  type FoundFinding,
} from './load-assessment'

const findingFields = {
  weakness: z.enum(weaknessClasses, { error: 'Choose what kind of weakness it is.' }),
  cwe: z.union([z.literal('').transform(() => null), cweIdSchema]).nullish(),
  rating: z.enum(ratingsAlone, { error: 'Choose how bad it is.' }),
  title: shortText(200, 'Write one line that says what is weak.'),
  description: longText(20_000, 'Say where it is, how to see it, and what it allows.'),
}

/** Records a weakness that was found. Without an exact one, the weakness of its class stands for it. */
export const addFinding = command({
  name: 'assessments.addFinding',
  input: z.object({ assessment: assessmentName, ...findingFields }),
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

/** Changes what a finding says, as long as it is not settled. */
export const changeFinding = command({
  name: 'assessments.changeFinding',
  input: z.object({ ...named, ...findingFields }),
  may: 'assess_release',
  load: (context, input) => loadFinding(context, input.finding),
  run: async (context, { seen, weakness, cwe, rating, title, description }, found) => {
    needOpen(found.finding)
    const { id } = found.finding
    const content = JSON.stringify({ title, description })
    await storeOver(context, found, seen, {
      weakness,
      cwe: cwe ?? weaknessCwe[weakness],
      rating,
      content: sealAssessmentText(id, { table: 'findings', column: 'content' }, content),
    })
    await recordInstanceEvent(context, 'finding_changed', namesOf(found))
  },
})

/** Takes an acceptance back, with a reason: the finding is to be settled anew, and both reasons stay in the events. */
export const reopenFinding = command({
  name: 'assessments.reopenFinding',
  input: z.object({ ...named, reason: longText(5_000, 'Say why it may not go out like this any more.') }),
  may: 'assess_release',
  load: (context, input) => loadFinding(context, input.finding),
  run: async (context, { seen, reason }, found) => {
    const { finding } = found
    if (finding.state !== 'accepted')
      throw refused(
        finding.state === 'case'
          ? 'A case was made of this finding: it is settled there.'
          : 'This finding is open.',
      )
    const words = `It was accepted because: ${acceptedBecause(finding) ?? ''}\n\nPut back because: ${reason}`
    await storeOver(context, found, seen, { state: 'open', reason: null, settledBy: null, settledAt: null })
    await recordInstanceEvent(context, 'finding_reopened', namesOf(found), words)
  },
})

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
      severity: {
        vector: null,
        rating: finding.rating,
        cwes: finding.cwe === null ? [] : [finding.cwe],
        from: `As the assessment of ${assessment.release} found it.`,
      },
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
  found: FoundFinding,
  seen: number,
  columns: { state: 'accepted'; reason: Uint8Array } | { state: 'case'; caseId: string },
): Promise<void> {
  needOpen(found.finding)
  await storeOver(context, found, seen, {
    ...columns,
    settledBy: actingPerson(context.actor).personId,
    settledAt: context.now,
  })
  await recordInstanceEvent(context, 'finding_settled', { ...namesOf(found), state: columns.state })
}

const namesOf = ({ finding, project }: FoundFinding) => ({
  projectId: project.id,
  assessmentId: finding.assessmentId,
  findingId: finding.id,
})

/** Stores a change over the version one saw, in the state it was seen in. */
async function storeOver(
  { tx }: Context,
  { finding }: FoundFinding,
  seen: number,
  columns: Partial<FindingRow>,
): Promise<void> {
  const [stored] = await tx
    .update(findings)
    .set({ ...columns, version: seen + 1 })
    .where(and(eq(findings.id, finding.id), eq(findings.version, seen), eq(findings.state, finding.state)))
    .returning({ id: findings.id })
  if (!stored) throw conflict('Somebody else changed this finding meanwhile. Load the page again.')
}
