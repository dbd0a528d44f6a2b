/** How long something took, from the arrival of a report or of its case's first report. */
export const measures = ['acknowledge', 'respond', 'patch', 'announce'] as const
export type Measure = (typeof measures)[number]

export interface MeasuredTime {
  measure: Measure
  /** Of so many reports, or cases. */
  of: number
  /** So many have come that far. */
  reached: number
  /** Milliseconds; null: none has. */
  medianMs: number | null
  percentile90Ms: number | null
}

export const measureLabel: Readonly<Record<Measure, string>> = {
  acknowledge: 'Acknowledge',
  respond: 'Respond in detail',
  patch: 'Patch',
  announce: 'Announce',
}

/** What a time is measured to. */
export const measureNote: Readonly<Record<Measure, string>> = {
  acknowledge: 'A maintainer acknowledges, or writes first',
  respond: 'A response says what happens next, or the case is closed',
  patch: 'The last line that had to be fixed has its patch release',
  announce: 'The advisory is published',
}

/** What is counted: promises are made to each report, a patch belongs to a case. */
export const measureUnit: Readonly<Record<Measure, 'reports' | 'cases'>> = {
  acknowledge: 'reports',
  respond: 'reports',
  patch: 'cases',
  announce: 'cases',
}
