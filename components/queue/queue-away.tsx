import { useViewerZone } from '@/components/ui/viewer-zone'
import { absoluteTime, dayAndMonth } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import type { QueueRow } from '@/server/cases/queue-rows'

/** Until which day a handler is away, in the viewer's zone; who stands in is said on hover, and to screen readers. */
export function QueueAway({ away, now }: { away: NonNullable<QueueRow['away']>; now: Instant }) {
  const zone = useViewerZone() ?? 'UTC'
  const standIn = away.standIn ? `stand-in ${away.standIn}` : 'no stand-in'
  return (
    <span
      className="block text-sm whitespace-nowrap text-muted"
      title={`away until ${absoluteTime(away.until, zone, now)}, ${standIn}`}
    >
      away
      <span className="max-md:sr-only">
        {' '}
        until{' '}
        <time dateTime={away.until} suppressHydrationWarning>
          {dayAndMonth(away.until, zone)}
        </time>
      </span>
      <span className="sr-only">, {standIn}</span>
    </span>
  )
}
