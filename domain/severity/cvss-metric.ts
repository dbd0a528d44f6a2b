export const cvssVersions = ['4.0', '3.1'] as const
export type CvssVersion = (typeof cvssVersions)[number]

/** Base metrics make the score; the rest may be left out. */
export type CvssMetricGroup = 'base' | 'threat' | 'environmental' | 'supplemental'

export interface CvssValue {
  /** As it stands in a vector, e.g. `N`. */
  value: string
  label: string
  means: string
}

export interface CvssMetric {
  /** As it stands in a vector, e.g. `AV`. */
  metric: string
  label: string
  group: CvssMetricGroup
  explanation: string
  values: readonly CvssValue[]
}

/** Written `X` in a vector, which says the same as leaving the metric out. */
export const notDefined: CvssValue = {
  value: 'X',
  label: 'Not defined',
  means: 'Left open; the score takes the default.',
}

/** A metric somebody may leave out: its values start with `X`. */
export const optionalMetric = (metric: CvssMetric): CvssMetric => ({
  ...metric,
  values: [notDefined, ...metric.values],
})

/** The environmental twin of a base metric: the same question, asked of one's own installation. */
export const modifiedMetric = (base: CvssMetric, extraValues: readonly CvssValue[] = []): CvssMetric =>
  optionalMetric({
    metric: `M${base.metric}`,
    label: `Modified ${base.label.toLowerCase()}`,
    group: 'environmental',
    explanation: `Replaces “${base.label}” where your installation differs from the usual one.`,
    values: [...base.values, ...extraValues],
  })

/** How much one of the three goals of security matters where the software runs. */
export const requirementMetric = (metric: string, goal: string): CvssMetric =>
  optionalMetric({
    metric,
    label: `${goal} requirement`,
    group: 'environmental',
    explanation: `How much losing ${goal.toLowerCase()} would hurt in your installation.`,
    values: [
      { value: 'H', label: 'High', means: 'A loss would be a catastrophe.' },
      { value: 'M', label: 'Medium', means: 'A loss would be serious.' },
      { value: 'L', label: 'Low', means: 'A loss would hardly be felt.' },
    ],
  })
