import { Table, Td, Th } from '@/components/ui/table'
import { axisOf } from '@/domain/numbers/length-axis'
import { measureLabel, measureNote, measureUnit, type MeasuredTime } from '@/domain/numbers/measure'
import { exactLength } from '@/lib/describe-time'
import { ChartWithTable } from './chart-with-table'

type Reached = MeasuredTime & { medianMs: number; percentile90Ms: number }
const isReached = (time: MeasuredTime): time is Reached =>
  time.medianMs !== null && time.percentile90Ms !== null

const left = 150
const width = 640
const row = 44

/** How long things took: half of them, and nine in ten. */
export function TimesPart({ times }: { times: readonly MeasuredTime[] }) {
  const shown = times.filter(isReached)
  return (
    <ChartWithTable
      chart={shown.length > 0 && <TimesChart times={shown} />}
      table={
        <Table caption="How long it took" className="stacks">
          <thead>
            <tr>
              <Th>From arrival until</Th>
              <Th className="text-right">Half within</Th>
              <Th className="text-right">Nine in ten within</Th>
              <Th className="text-right">Came so far</Th>
            </tr>
          </thead>
          <tbody>
            {times.map((time) => (
              <tr key={time.measure}>
                <Th scope="row">
                  {measureLabel[time.measure]}
                  <span className="block text-sm font-normal text-muted">{measureNote[time.measure]}</span>
                </Th>
                <Td number data-label="Half within">
                  {time.medianMs === null ? '–' : exactLength(time.medianMs)}
                </Td>
                <Td number data-label="Nine in ten within">
                  {time.percentile90Ms === null ? '–' : exactLength(time.percentile90Ms)}
                </Td>
                <Td number data-label="Came so far">
                  {time.reached} of {time.of} {measureUnit[time.measure]}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  )
}

/** A line from the median, which is a dot, to the 90th percentile, which is a bar. The axis grows by leaps; both ends are written out. */
function TimesChart({ times }: { times: readonly Reached[] }) {
  const axis = axisOf(Math.max(...times.map((time) => time.percentile90Ms)))
  const x = (place: number) => left + place * (width - left - 20)
  const height = times.length * row + 24
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Times: a dot where half were done, a bar where nine in ten were"
      className="w-full max-w-3xl"
    >
      {axis.marks.map(({ label, place }) => (
        <g key={label} className="fill-muted stroke-line text-[11px]">
          <line x1={x(place)} x2={x(place)} y1={0} y2={height - 20} />
          <text x={x(place)} y={height - 6} textAnchor="middle" stroke="none">
            {label}
          </text>
        </g>
      ))}
      {times.map((time, index) => {
        const y = index * row + 26
        const median = x(axis.placeOf(time.medianMs))
        const most = x(axis.placeOf(time.percentile90Ms))
        // What is written takes about half of the chart.
        const hasRoom = median < width / 2
        return (
          <g key={time.measure} className="text-[12px]">
            <text x={0} y={y + 4} className="fill-text font-medium">
              {measureLabel[time.measure]}
            </text>
            <line x1={median} x2={most} y1={y} y2={y} strokeWidth={4} className="stroke-accent" />
            <circle cx={median} cy={y} r={6} className="fill-accent" />
            <line x1={most} x2={most} y1={y - 8} y2={y + 8} strokeWidth={3} className="stroke-accent" />
            <text
              x={hasRoom ? median : width - 4}
              y={y - 11}
              textAnchor={hasRoom ? 'start' : 'end'}
              className="fill-text tabular-nums"
            >
              {`half ${exactLength(time.medianMs)}, nine in ten ${exactLength(time.percentile90Ms)}`}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
