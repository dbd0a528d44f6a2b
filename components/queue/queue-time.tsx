import type { MouseEvent, ReactNode } from 'react'
import { absoluteTime } from '@/lib/describe-time'
import { toInstant, type Instant } from '@/lib/instant'

type Props = { instant: Instant; className?: string; children: ReactNode }

/** A moment in a table of many: said relatively, with the instant in UTC as its title until it is pointed at. */
export function QueueTime({ instant, className, children }: Props) {
  return (
    <time
      dateTime={instant}
      title={`${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`}
      className={className}
      suppressHydrationWarning
    >
      {children}
    </time>
  )
}

/**
 * Spells out the moment under the pointer in the viewer's zone and in UTC. Done for the one pointed at, because writing
 * a hundred of them in two zones costs the server more than the whole table.
 */
export function spellOutTime(event: MouseEvent, now: Instant): void {
  const time = event.target instanceof Element ? event.target.closest('time') : null
  if (!time) return
  const instant = toInstant(time.dateTime)
  const zones = new Set([Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'])
  time.title = [...zones].map((zone) => absoluteTime(instant, zone, now)).join('\n')
}
