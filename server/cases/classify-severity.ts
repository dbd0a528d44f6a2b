import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, severityAssessments } from '@/db/schema'
import { checkSeverityChange } from '@/domain/severity/change'
import { classifySeverity as classify } from '@/domain/severity/classify'
import { ratingsAlone } from '@/domain/severity/rating'
import { optionalLongText, optionalShortText } from '@/lib/text'
import { conflict, invalid } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { assessmentPlace, assessmentsOf, openSeverity } from './severity-record'

const cweList = optionalShortText(500).transform((text) =>
  (text ?? '')
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => word.toUpperCase()),
)

/**
 * Classifies the severity by CVSS 4.0, by CVSS 3.1, by both, or by a rating alone. Every classification is kept.
 * After the announcement readers see it with the next correction of the advisory.
 */
export const classifySeverity = caseCommand({
  name: 'cases.classifySeverity',
  input: {
    vector40: optionalShortText(500),
    vector31: optionalShortText(500),
    ratingAlone: z.union([z.enum(ratingsAlone), z.literal('').transform(() => null)]).nullish(),
    cwes: cweList,
    reason: optionalLongText(4000),
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
    const entered = classify({
      vectors: [input.vector40, input.vector31].filter((vector) => vector !== null),
      ratingAlone: input.ratingAlone ?? null,
      cwes: input.cwes,
    })
    if (!entered.ok) throw invalid({ [fieldOf(entered.refusal.code, input)]: [entered.refusal.reason] })
    const severity = entered.value
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
    return { rating, assessmentId: id }
  },
})

function fieldOf(
  code: string,
  { vector40, vector31 }: { vector40: string | null; vector31: string | null },
): string {
  if (code === 'cwe') return 'cwes'
  if (code === 'nothing_given' || code === 'rating_and_vector') return 'ratingAlone'
  return vector40 !== null && !(vector31 !== null && vector40.startsWith('CVSS:4.0'))
    ? 'vector40'
    : 'vector31'
}
