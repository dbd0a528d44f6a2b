import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findings } from '@/db/schema'
import { weaknessClasses, weaknessCwe } from '@/domain/assessments/finding'
import { cweIdSchema } from '@/domain/severity/cwe'
import { ratingsAlone } from '@/domain/severity/rating'
import { longText, shortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { sealAssessmentText } from './assessment-record'
import { needUnfinished } from './change-assessment'
import { namesOf, needOpen, storeOver } from './change-finding-row'
import { assessmentName, findingName, loadAssessment, loadFinding } from './load-assessment'

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

/** Changes what a finding says, as long as it is not settled. */
export const changeFinding = command({
  name: 'assessments.changeFinding',
  input: z.object({ finding: findingName, seen: versionSeen(), ...findingFields }),
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
