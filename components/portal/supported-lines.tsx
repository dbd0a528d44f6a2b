import { supportStateSaid, type SupportState } from '@/domain/projects/support-state'
import { Badge } from '@/components/ui/badge'
import { EmptyRow, Table, Td, Th } from '@/components/ui/table'

type Line = { id: string; name: string; range: string; state: SupportState; until: string | null }

const tones = { development: 'neutral', upcoming: 'neutral', supported: 'on-track', ended: 'paused' } as const

const day = (date: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(date))

/** Which versions get security fixes, and until when. */
export function SupportedLines({ lines }: { lines: readonly Line[] }) {
  return (
    <Table caption="Release lines and their support">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th>Security fixes</Th>
          <Th>Until</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <Th scope="row" title={line.range} className="align-baseline font-mono tabular-nums">
              {line.name}
            </Th>
            <Td>
              <Badge tone={tones[line.state]}>{supportStateSaid[line.state]}</Badge>
            </Td>
            <Td className="whitespace-nowrap tabular-nums">{line.until ? day(line.until) : '–'}</Td>
          </tr>
        ))}
        {lines.length === 0 && (
          <EmptyRow columns={3}>The project has not named its release lines yet.</EmptyRow>
        )}
      </tbody>
    </Table>
  )
}
