import { Table, Td, Th } from '@/components/ui/table'
import { ages } from '@/domain/numbers/age'
import { ratingLabel, ratings, type Rating } from '@/domain/severity/rating'
import type { ProjectNumbers } from '@/server/numbers/project-numbers'
import { BarChart } from './bar-chart'
import { ChartWithTable } from './chart-with-table'

const rows: readonly (Rating | null)[] = [...[...ratings].reverse(), null]
const fills: Readonly<Record<Rating, string>> = {
  critical: 'fill-critical',
  high: 'fill-high',
  medium: 'fill-medium',
  low: 'fill-low',
  none: 'fill-muted',
}
const nameOf = (rating: Rating | null) => (rating === null ? 'Not classified' : ratingLabel[rating])

/** The open cases by severity, and by how long they have been open. */
export function OpenPart({ open }: { open: ProjectNumbers['open'] }) {
  const sum = (fits: (one: ProjectNumbers['open'][number]) => boolean) =>
    open.filter(fits).reduce((total, { cases }) => total + cases, 0)
  const shown = rows.filter((rating) => rating !== 'none' || sum((one) => one.rating === 'none') > 0)
  return (
    <ChartWithTable
      chart={
        <BarChart
          label="Open cases by severity"
          bars={shown.map((rating) => ({
            label: nameOf(rating),
            value: sum((one) => one.rating === rating),
            className: rating === null ? 'fill-muted' : fills[rating],
          }))}
        />
      }
      table={
        <Table
          caption="Open cases by severity and age"
          className="max-sm:[&_:is(th,td):not(:first-child)]:px-1.5 max-sm:[&_th]:whitespace-normal"
        >
          <thead>
            <tr>
              <Th>Severity</Th>
              {ages.map(({ id, label }) => (
                <Th key={id} className="text-right">
                  {label}
                </Th>
              ))}
              <Th className="text-right">All</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rating) => (
              <tr key={nameOf(rating)}>
                <Th scope="row">{nameOf(rating)}</Th>
                {ages.map(({ id }) => (
                  <Td key={id} number>
                    {sum((one) => one.rating === rating && one.age === id)}
                  </Td>
                ))}
                <Td number>{sum((one) => one.rating === rating)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  )
}
