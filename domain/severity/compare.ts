import { cvssMetrics } from './cvss-metrics'
import { cvssVersions, notDefined, type CvssMetric, type CvssVersion } from './cvss-metric'
import { parseCvssVector } from './cvss-vector'
import { ratingLabel } from './rating'
import type { Severity } from './severity'

export interface ComparedMetric {
  /** As it stands in a vector; null: it is no metric of CVSS. */
  metric: string | null
  label: string
  /** Per scorer, in their order: the value's word; null: they said nothing of it. */
  values: ({ value: string; label: string } | null)[]
  /** Whether those who said something disagree here. */
  differs: boolean
}

/** Several people's vectors of one version side by side. */
export interface ComparedVersion {
  version: CvssVersion
  /** Who used it, by their place in the order; where it is one alone there is nothing to compare. */
  usedBy: number[]
  /** In the order of the vector: the base metrics, and of the others those that somebody set. */
  metrics: ComparedMetric[]
}

/**
 * Where scorers agree and where not, metric by metric, for each version that at least one of them used, the newest first. What a
 * vector leaves open counts as “not defined”; who gave no vector of a version neither agrees nor disagrees.
 */
export function compareSeverities(severities: readonly Severity[]): ComparedVersion[] {
  return cvssVersions.flatMap((version) => {
    const given = severities.map((severity) => valuesOf(severity, version))
    const usedBy = given.flatMap((values, index) => (values === null ? [] : [index]))
    if (usedBy.length === 0) return []
    const metrics = cvssMetrics[version]
      .filter(({ group, metric }) => group === 'base' || given.some((values) => values?.[metric]))
      .map((metric) => compareMetric(metric, given))
    return [{ version, usedBy, metrics }]
  })
}

/** Where scorers agree and where not in what is said beside vectors: the rating, and the weaknesses in whatever order. */
export function compareJudgements(severities: readonly Severity[]): ComparedMetric[] {
  const rated = severities.map(({ rating }) => ({ value: rating, label: ratingLabel[rating] }))
  const named = severities.map(({ cwes }) => {
    const value = [...new Set(cwes)].sort(byNumber).join(' ')
    return value === '' ? null : { value, label: value }
  })
  return [
    { metric: null, label: 'Rating', values: rated, differs: differ(rated) },
    { metric: null, label: 'Weaknesses', values: named, differs: differ(named) },
  ]
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

const differ = (values: ComparedMetric['values']): boolean =>
  new Set(values.flatMap((one) => one?.value ?? [])).size > 1

type Values = Readonly<Record<string, string>> | null

function valuesOf({ cvss }: Severity, version: CvssVersion): Values {
  const vector = cvss.find((one) => one.version === version)?.vector
  const parsed = vector === undefined ? null : parseCvssVector(vector)
  return parsed?.ok ? parsed.value.values : null
}

function compareMetric(
  { metric, label, values: known }: CvssMetric,
  given: readonly Values[],
): ComparedMetric {
  const values = given.map((one) => {
    if (one === null) return null
    const value = one[metric] ?? notDefined.value
    return { value, label: known.find((choice) => choice.value === value)?.label ?? value }
  })
  return { metric, label, values, differs: differ(values) }
}
