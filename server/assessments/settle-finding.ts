import { z } from 'zod'
import { weaknessLabel } from '@/domain/assessments/finding'
import { ratingLabel } from '@/domain/severity/rating'
import { longText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { openCase } from '@/server/reports/open-case'
import { acceptedBecause, findingContent, sealAssessmentText, type FindingRow } from './assessment-record'
import { namesOf, needOpen, storeOver } from './change-finding-row'
import { findingName, loadFinding, type FoundFinding } from './load-assessment'

const named = { finding: findingName, seen: versionSeen() }

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
