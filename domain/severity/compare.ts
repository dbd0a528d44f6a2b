import { cvssMetrics } from './cvss-metrics'
import { cvssVersions, notDefined, type CvssMetric, type CvssVersion } from './cvss-metric'
import { parseCvssVector } from './cvss-vector'
import type { Severity } from './severity'

export interface ComparedMetric {
  metric: string
  label: string
  /** Per scorer, in their order: the value's word; null: no vector of this version. */
  values: ({ value: string; label: string } | null)[]
  /** Whether those who gave a vector disagree here. */
  differs: boolean
}

/** Several people's vectors of one version side by side. */
export interface ComparedVersion {
  version: CvssVersion
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
    if (given.every((values) => values === null)) return []
    const metrics = cvssMetrics[version]
      .filter(({ group, metric }) => group === 'base' || given.some((values) => values?.[metric]))
      .map((metric) => compareMetric(metric, given))
    return [{ version, metrics }]
  })
}

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
  const said = new Set(values.flatMap((one) => one?.value ?? []))
  return { metric, label, values, differs: said.size > 1 }
}
