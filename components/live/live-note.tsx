'use client'

import { useEffect, useState } from 'react'
import { useLiveState } from './live-provider'

/** Shorter interruptions are nobody's business. */
const longMs = 20_000

/** Says, when it lasts, that other people's changes appear late. */
export function LiveNote() {
  const isPaused = useLiveState() === 'paused'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isPaused) return
    const timer = setTimeout(() => setLong(true), longMs)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isPaused])
  return (
    <p
      role="status"
      title="The connection that tells of changes is interrupted. What you see is read again every ten seconds, and nothing you do is lost."
      className="text-sm whitespace-nowrap text-muted"
    >
      {isPaused && isLong && (
        <>
          <span aria-hidden="true">‖ </span>Updates slow
          <span className="sr-only">: what others do appears within ten seconds</span>
        </>
      )}
    </p>
  )
}
