import type { ReactNode } from 'react'

type Props = { chart: ReactNode; table: ReactNode }

/**
 * A chart and the same figures as a table: beside each other where there is room, below each other where there is less. On a phone
 * the words of a chart would be too small to read: there the table stands alone.
 */
export function ChartWithTable({ chart, table }: Props) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2 print:grid-cols-1">
      <div className="max-sm:hidden">{chart}</div>
      {table}
    </div>
  )
}
