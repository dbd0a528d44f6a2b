import { cvss31Metrics } from './cvss-3-1-metrics'
import { cvss40Metrics } from './cvss-4-0-metrics'
import type { CvssMetric, CvssVersion } from './cvss-metric'

/** Every metric of a version in the order of its vectors, base metrics first. Safe in the browser: no calculator behind it. */
export const cvssMetrics: Readonly<Record<CvssVersion, readonly CvssMetric[]>> = {
  '4.0': cvss40Metrics,
  '3.1': cvss31Metrics,
}

/** The metrics a vector cannot do without. */
export const baseMetrics = (version: CvssVersion): readonly CvssMetric[] =>
  cvssMetrics[version].filter((metric) => metric.group === 'base')
