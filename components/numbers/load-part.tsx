import { Table, Td, Th } from '@/components/ui/table'
import type { HandlerLoad } from '@/server/numbers/project-numbers'
import { BarChart } from './bar-chart'
import { ChartWithTable } from './chart-with-table'

const nameOf = ({ handler }: HandlerLoad) => handler ?? 'Nobody yet'

/** Who answers for how many open cases. */
export function LoadPart({ load }: { load: readonly HandlerLoad[] }) {
  return (
    <ChartWithTable
      chart={
        <BarChart
          label="Open cases by handler"
          bars={load.map((one) => ({
            label: nameOf(one),
            value: one.open,
            note: one.overdue > 0 ? `${one.overdue} overdue` : undefined,
          }))}
        />
      }
      table={
        <Table caption="Open cases by handler">
          <thead>
            <tr>
              <Th>Handler</Th>
              <Th className="text-right">Open</Th>
              <Th className="text-right">Overdue</Th>
            </tr>
          </thead>
          <tbody>
            {load.map((one, index) => (
              <tr key={`${nameOf(one)} ${index}`}>
                <Th scope="row">{nameOf(one)}</Th>
                <Td number>{one.open}</Td>
                <Td number>{one.overdue}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  )
}
