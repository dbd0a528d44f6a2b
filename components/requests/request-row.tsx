import Link from 'next/link'
import { QueueTime } from '@/components/queue/queue-time'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import { requestKindLabel, requestStateLabel, type RequestState } from '@/domain/requests/request'
import { lengthOfTime } from '@/lib/describe-time'
import { msBetween, type Instant } from '@/lib/instant'
import type { RequestSummary } from '@/server/requests/request-queue'
import { requestHref } from './request-href'

const tones: Readonly<Record<RequestState, Tone>> = {
  requested: 'due-soon',
  allowed: 'on-track',
  not_allowed: 'neutral',
  taken: 'on-track',
  not_taken: 'neutral',
  accepted: 'on-track',
  declined: 'neutral',
}

export const requestRowLinkId = (id: string): string => `request-${id}`

const cell = 'md:border-b md:border-line md:px-2.5 md:py-1.5 md:first:pl-2'

type Props = {
  row: RequestSummary
  now: Instant
  /** The one that keys act on. */
  isSelected: boolean
  onSelect: (id: string) => void
}

/** A request in the list: a row of the table, on a phone two lines. */
export function RequestRow({ row, now, isSelected, onSelect }: Props) {
  return (
    <tr
      role="row"
      data-selected={isSelected || undefined}
      className="hover:bg-hover data-selected:bg-hover/60 data-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)] max-md:items-baseline max-md:gap-x-3 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:px-2 max-md:py-2.5"
    >
      <td role="cell" className={`${cell} whitespace-nowrap`}>
        {requestKindLabel[row.kind]}
      </td>
      <td role="cell" className={`${cell} min-w-0 md:w-full md:max-w-0`}>
        <Link
          id={requestRowLinkId(row.id)}
          href={requestHref(row.id)}
          prefetch={false}
          onFocus={() => onSelect(row.id)}
          className="block min-h-6 truncate font-medium text-text no-underline hover:underline"
        >
          {row.summary}
        </Link>
      </td>
      <td role="cell" className={`${cell} whitespace-nowrap`}>
        <Badge tone={row.lacksEvidence ? 'paused' : tones[row.state]}>
          {row.lacksEvidence ? 'Waits for the asker' : requestStateLabel[row.state]}
        </Badge>
      </td>
      <td role="cell" className={`${cell} whitespace-nowrap max-md:truncate`}>
        {row.projectName}
      </td>
      <td role="cell" className={`${cell} text-right whitespace-nowrap text-muted max-md:hidden`}>
        <QueueTime instant={row.receivedAt}>{lengthOfTime(msBetween(row.receivedAt, now))}</QueueTime>
      </td>
    </tr>
  )
}
