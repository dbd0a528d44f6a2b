import { askForApproval } from '@/server/advisories/ask-for-approval'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, severityAssessments } from '@/db/schema'
import { checkSeverityChange } from '@/domain/severity/change'
import { conflict, invalid } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { enteredSeverity, severityFields } from './severity-input'
import { assessmentPlace, assessmentsOf, openSeverity } from './severity-record'

/**
 * Classifies the severity by CVSS 4.0, by CVSS 3.1, by both, or by a rating alone. Every classification is kept.
 * After the announcement readers see it with the next correction of the advisory.
 */
export const classifySeverity = caseCommand({
  name: 'cases.classifySeverity',
  input: {
    ...severityFields,
    /** The classification one saw; empty: none. Somebody else's newer one is a conflict. */
    seen: z.string().max(64).optional(),
  },
  may: 'classify_severity',
  run: async (context, input, found) => {
    const [latest] = await assessmentsOf(context, found.case.id)
    const current = latest ? openSeverity(found, latest) : null
    if (input.seen !== undefined && input.seen !== (latest?.id ?? ''))
      throw conflict(
        'Somebody else classified the severity meanwhile. Compare, and send yours again if it should stand.',
        current,
      )
    const severity = enteredSeverity(input)
    const change = checkSeverityChange({
      isConfirmed: found.case.confirmedAt !== null,
      current,
      next: severity,
      reason: input.reason,
    })
    if (!change.ok) throw invalid({ reason: [change.refusal.reason] })

    const id = randomUUID()
    await context.tx.insert(severityAssessments).values({
      id,
      caseId: found.case.id,
      rating: severity.rating,
      severity: found.vault.seal(assessmentPlace(id, 'severity'), JSON.stringify(severity)),
      reason: input.reason === null ? null : found.vault.seal(assessmentPlace(id, 'reason'), input.reason),
      scoredBy: actingPerson(context.actor).personId,
      scoredAt: context.now,
    })
    const { rating, cwes } = severity
    await context.tx.update(cases).set({ rating, cwes }).where(eq(cases.id, found.case.id))
    await recordCaseEvent(
      context,
      found,
      'severity_classified',
      { assessmentId: id, rating, cwes },
      input.reason,
    )
    await askForApproval(context, { ...found, case: { ...found.case, rating } })
    return { rating, assessmentId: id }
  },
})
