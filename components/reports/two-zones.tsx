'use client'

import { absoluteTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import { useMinute } from '@/components/ui/minute'
import { useUiWords } from '@/components/ui/ui-language'
import { Time } from '@/components/ui/time'
import { useViewerZone } from '@/components/ui/viewer-zone'

type Props = { instant: Instant; zone?: string; due?: boolean; show?: 'both' | 'absolute' }

/** A moment as both sides read it: in the reporter's zone, and in UTC. */
export function TwoZones({ instant, zone = 'UTC', due = false, show = 'both' }: Props) {
  const now = useMinute()
  const viewerZone = useViewerZone()
  const { locale } = useUiWords()
  return (
    <>
      <Time instant={instant} zone={zone} due={due} show={show} />
      {viewerZone !== null && viewerZone !== 'UTC' && (
        <span className="text-muted"> ({absoluteTime(instant, 'UTC', now, locale)})</span>
      )}
    </>
  )
}
