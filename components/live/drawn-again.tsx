'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useLiveState, useNews, useReadAgainMs } from './live-provider'

/** Has the server draw the list of this page again when it changed; while changes are not told, now and then. */
export function DrawnAgain({ on }: { on: 'alerts' | 'notifications' }) {
  const router = useRouter()
  const isPaused = useLiveState() === 'paused'
  const everyMs = useReadAgainMs()
  useNews((news) => {
    if (news.all || news[on]) router.refresh()
  })
  useEffect(() => {
    if (!isPaused) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isPaused, everyMs, router])
  return null
}
