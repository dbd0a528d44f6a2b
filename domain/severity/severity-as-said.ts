import { classifySeverity } from './classify'
import { ratingsAlone, type Rating } from './rating'
import type { Severity } from './severity'

/**
 * The severity a source states, as far as it can be read: by its vector, else by its rating alone. null: it states neither, or nothing
 * that can be read. Worked case: a CVSS 3.0 vector beside “high” → high, without the vector.
 */
export function severityAsSaid(said: {
  vector: string | null
  rating: Rating | null
  cwes: readonly string[]
}): Severity | null {
  const { vector, rating, cwes } = said
  const ratingAlone = ratingsAlone.find((one) => one === rating) ?? null
  const byVector = vector === null ? null : classifySeverity({ vectors: [vector], ratingAlone: null, cwes })
  if (byVector?.ok) return byVector.value
  const alone = classifySeverity({ vectors: [], ratingAlone, cwes })
  return alone.ok ? alone.value : null
}
