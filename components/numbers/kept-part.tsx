import { Table, Td, Th } from '@/components/ui/table'
import type { KeptMonth } from '@/domain/numbers/kept-by-month'
import { ChartWithTable } from './chart-with-table'
import { monthName } from './month-name'

type Props = { acknowledge: readonly KeptMonth[]; respond: readonly KeptMonth[] }

const percent = ({ decided, kept }: KeptMonth): number | null =>
  decided === 0 ? null : Math.floor((kept / decided) * 100)
const share = (month: KeptMonth) =>
  month.decided === 0 ? '–' : `${percent(month)} % (${month.kept} of ${month.decided})`

/** Which share of the promises was kept, month by month. */
export function KeptPart({ acknowledge, respond }: Props) {
  const isDecided = (months: readonly KeptMonth[]) => months.some(({ decided }) => decided > 0)
  return (
    <ChartWithTable
      chart={
        <div className="grid gap-6">
          {isDecided(acknowledge) && <KeptChart title="Acknowledged in time" months={acknowledge} />}
          {isDecided(respond) && <KeptChart title="Responded in time" months={respond} />}
        </div>
      }
      table={
        <Table caption="Promises kept, by the month in which the report arrived">
          <thead>
            <tr>
              <Th>Arrived in</Th>
              <Th className="text-right">
                Acknowledged <span className="max-sm:sr-only">in time</span>
              </Th>
              <Th className="text-right">
                Responded <span className="max-sm:sr-only">in time</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {acknowledge.map((month, index) => (
              <tr key={month.month}>
                <Th scope="row">
                  <span className="max-sm:hidden">{monthName(month.month)}</span>
                  <span className="sm:hidden">{monthName(month.month, 'short')}</span>
                </Th>
                <Td number>{share(month)}</Td>
                <Td number>{share(respond[index] ?? { month: month.month, decided: 0, kept: 0 })}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  )
}

const width = 640
const height = 130
const base = 100

/** A column for each month, as high as the share; the part that was not kept stands above it as an outline. */
function KeptChart({ title, months }: { title: string; months: readonly KeptMonth[] }) {
  const step = width / months.length
  const column = Math.min(36, step * 0.7)
  /** With many months only some have room for a word. */
  const every = Math.ceil(months.length / 14)
  return (
    <figure className="grid gap-1">
      <figcaption className="font-medium">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className="w-full max-w-3xl">
        <line x1={0} x2={width} y1={base} y2={base} className="stroke-line" />
        {months.map((month, index) => {
          const value = percent(month)
          const x = index * step + (step - column) / 2
          const tall = ((value ?? 0) / 100) * 78
          return (
            <g key={month.month} className="text-[11px]">
              {value !== null && (
                <>
                  <rect x={x} y={base - 78} width={column} height={78} className="fill-none stroke-line" />
                  <rect x={x} y={base - tall} width={column} height={tall} className="fill-accent" />
                  {index % every === 0 && (
                    <text x={x + column / 2} y={14} textAnchor="middle" className="fill-text tabular-nums">
                      {value} %
                    </text>
                  )}
                </>
              )}
              {index % every === 0 && (
                <text x={x + column / 2} y={base + 18} textAnchor="middle" className="fill-muted">
                  {monthName(month.month, 'short')}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
