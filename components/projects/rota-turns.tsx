import { Badge } from '@/components/ui/badge'
import type { Turn } from '@/domain/people/rota'
import { dayAndMonth } from '@/lib/describe-time'
import { plusMs } from '@/lib/instant'
import type { Member } from './team-table'

type Props = { turns: readonly (Turn & { isNow: boolean })[]; members: readonly Member[]; timeZone: string }

/** Who is on duty in the next turns, by days of the project's zone. */
export function RotaTurns({ turns, members, timeZone }: Props) {
  if (turns.length === 0) return <p className="text-muted">Nobody takes turns.</p>
  const nameOf = (id: string) => members.find(({ personId }) => personId === id)?.name
  return (
    <ol className="grid max-w-md gap-1">
      {turns.map(({ personId, from, until, isNow }) => (
        <li key={from} className="flex flex-wrap justify-between gap-x-6">
          <span>
            {nameOf(personId) ?? <span className="text-muted">Nobody: they left the team</span>}{' '}
            {isNow && <Badge tone="on-track">on duty now</Badge>}
          </span>
          <span className="text-muted tabular-nums">
            <time dateTime={from}>{dayAndMonth(from, timeZone)}</time> to{' '}
            <time dateTime={until}>{dayAndMonth(plusMs(until, -1), timeZone)}</time>
          </span>
        </li>
      ))}
    </ol>
  )
}
