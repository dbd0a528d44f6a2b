import { ok, refuse, type Result } from '@/lib/result'
import { scoreCvss, type CvssScore } from './cvss'
import { cvssVersions } from './cvss-metric'
import { isCweId } from './cwe'
import type { RatingAlone } from './rating'
import type { Severity } from './severity'

export interface SeverityRefusal {
  code: 'vector' | 'two_of_a_version' | 'rating_and_vector' | 'nothing_given' | 'cwe'
  reason: string
}

const newestVersionFirst = (a: CvssScore, b: CvssScore) =>
  cvssVersions.indexOf(a.version) - cvssVersions.indexOf(b.version)

/**
 * The severity from what a person entered: at most one vector per CVSS version, or a rating alone.
 * With two vectors the newer version's rating counts (4.0 before 3.1). The rating of a vector is derived, never entered beside it.
 */
export function classifySeverity(entered: {
  vectors: readonly string[]
  ratingAlone: RatingAlone | null
  cwes: readonly string[]
}): Result<Severity, SeverityRefusal> {
  const cvss: CvssScore[] = []
  for (const vector of entered.vectors) {
    const scored = scoreCvss(vector)
    if (!scored.ok) return refuse({ code: 'vector', reason: scored.refusal.reason })
    if (cvss.some(({ version }) => version === scored.value.version)) {
      return refuse({
        code: 'two_of_a_version',
        reason: `There are two CVSS ${scored.value.version} vectors: keep one of them.`,
      })
    }
    cvss.push(scored.value)
  }
  cvss.sort(newestVersionFirst)
  if (cvss.length > 0 && entered.ratingAlone !== null) {
    return refuse({
      code: 'rating_and_vector',
      reason: 'The rating follows from the vector: leave the rating empty, or remove the vector.',
    })
  }
  const rating = cvss[0]?.rating ?? entered.ratingAlone
  if (rating === null)
    return refuse({ code: 'nothing_given', reason: 'Give a CVSS vector or choose a rating.' })
  const wrong = entered.cwes.find((cwe) => !isCweId(cwe))
  if (wrong !== undefined) {
    return refuse({
      code: 'cwe',
      reason: `“${wrong.slice(0, 20)}” is not a weakness id: write it like CWE-79.`,
    })
  }
  return ok({ rating, cvss, cwes: [...new Set(entered.cwes)] })
}
