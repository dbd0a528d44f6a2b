'use client'

import { absoluteTime, relativeTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import { useMinute } from './minute'
import { useUiWords } from './ui-language'
import { useViewerZone } from './viewer-zone'

type Props = {
  instant: Instant
  /** Zone shown until the viewer's own is known, and always on hover. */
  zone?: string
  show?: 'both' | 'relative' | 'absolute'
  /** It is a promise: "due in 5 h", "5 h overdue". */
  due?: boolean
  className?: string
}

/**
 * A moment in words. The server writes it in `zone` and in UTC; in the browser it follows the viewer's zone and the clock.
 * Hovering always gives the full instant in every zone concerned.
 */
export function Time({ instant, zone = 'UTC', show = 'both', due = false, className }: Props) {
  const now = useMinute()
  const viewerZone = useViewerZone()
  const words = useUiWords()
  const zones = [...new Set([viewerZone ?? zone, zone, 'UTC'])]
  const written = zones.map((one) => absoluteTime(instant, one, now, words.locale))
  const unscripted = viewerZone === null && zone !== 'UTC' ? ` (${instant.slice(11, 16)} UTC)` : ''
  const absolute = `${written[0]}${unscripted}`
  const relative = relativeTime(instant, now, due, words)
  const text = show === 'both' ? `${relative} · ${absolute}` : show === 'relative' ? relative : absolute
  return (
    // The two clocks may differ by the minute between server and browser; the key draws it anew once the page is live.
    <time
      key={viewerZone ?? 'server'}
      dateTime={instant}
      title={written.join('\n')}
      className={className}
      suppressHydrationWarning
    >
      {text}
    </time>
  )
}
