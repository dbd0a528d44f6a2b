import { clockShortLabel } from '@/domain/clocks/clock-in-words'
import { relativeTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import type { QueueRow } from '@/server/cases/queue-rows'
import { QueueTime } from './queue-time'

const looks = {
  overdue: { sign: '!', className: 'font-medium text-overdue' },
  due_soon: { sign: '◔', className: 'text-due-soon' },
  on_track: { sign: null, className: undefined },
} as const

const waiting = (
  <span
    className="text-paused"
    title="A question to the reporter is unanswered, and the clocks that depend on it stand still"
  >
    <span aria-hidden="true">‖ </span>waits for reporter
  </span>
)

/** The column says that it is due: “in 6 h”, “6 h overdue”. */
const inWords = ({ dueAt }: NonNullable<QueueRow['due']>, now: Instant) =>
  relativeTime(dueAt, now, dueAt < now)

/** What comes next for a case: what is overdue before all, then the scheduled announcement, then what is due. */
export function QueueDue({ row, now }: { row: QueueRow; now: Instant }) {
  const { due, scheduledFor, waitsForReporter } = row
  if (scheduledFor && due?.status !== 'overdue')
    return (
      <QueueTime instant={scheduledFor} className="text-on-track">
        {scheduledFor > now ? `announces ${relativeTime(scheduledFor, now)}` : 'announces now'}
      </QueueTime>
    )
  if (due) {
    const { sign, className } = looks[due.status]
    return (
      <QueueTime instant={due.dueAt} className={className}>
        {sign && <span aria-hidden="true">{sign} </span>}
        {due.kind
          ? `${due.kind === 'task' ? 'Task' : clockShortLabel[due.kind]} · ${inWords(due, now)}`
          : inWords(due, now)}
      </QueueTime>
    )
  }
  return <span className="text-muted">{waitsForReporter ? waiting : 'nothing due'}</span>
}
