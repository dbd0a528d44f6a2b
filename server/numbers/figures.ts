import { ages } from '@/domain/numbers/age'
import { measureUnit } from '@/domain/numbers/measure'
import type { Figure } from '@/domain/numbers/numbers-csv'
import { minuteMs } from '@/lib/instant'
import type { ProjectNumbers } from './project-numbers'

const minutes = (ms: number | null) => (ms === null ? null : Math.floor(ms / minuteMs))

/** Every figure of the page, one by one. Times in whole minutes, rounded down. */
export function figuresOf({ times, kept, open, load }: ProjectNumbers): Figure[] {
  return [
    ...times.flatMap(({ measure, of, reached, medianMs, percentile90Ms }): Figure[] => [
      { table: 'times', of: measure, figure: 'median', value: minutes(medianMs), unit: 'minutes' },
      {
        table: 'times',
        of: measure,
        figure: 'percentile_90',
        value: minutes(percentile90Ms),
        unit: 'minutes',
      },
      { table: 'times', of: measure, figure: 'reached', value: reached, unit: measureUnit[measure] },
      { table: 'times', of: measure, figure: 'all', value: of, unit: measureUnit[measure] },
    ]),
    ...(['acknowledge', 'respond'] as const).flatMap((promise) =>
      kept[promise].flatMap((month): Figure[] => [
        { table: 'promises', of: month.month, figure: `${promise}_kept`, value: month.kept, unit: 'reports' },
        {
          table: 'promises',
          of: month.month,
          figure: `${promise}_decided`,
          value: month.decided,
          unit: 'reports',
        },
      ]),
    ),
    ...open.map(({ rating, age, cases }): Figure => ({
      table: 'open',
      of: rating ?? 'not_classified',
      figure: `from_${ages.find(({ id }) => id === age)?.fromDays}_days`,
      value: cases,
      unit: 'cases',
    })),
    ...load.flatMap(({ handler, open: its, overdue }): Figure[] => [
      { table: 'load', of: handler ?? '', figure: 'open', value: its, unit: 'cases' },
      { table: 'load', of: handler ?? '', figure: 'overdue', value: overdue, unit: 'cases' },
    ]),
  ]
}
