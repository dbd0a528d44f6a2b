'use client'

import { useSyncExternalStore } from 'react'
import { epochMs, minuteMs, toInstant, type Instant } from '@/lib/instant'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

// One timer for all times on a page.
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((tell) => tell()), minuteMs / 4)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

let aheadMs = 0

/** From now on the page goes by the clock that says `now`: a wrong clock on the viewer's side changes no due time. */
export function followClock(now: Instant): void {
  aheadMs = epochMs(now) - Date.now()
}

const currentMinute = () => Math.floor((Date.now() + aheadMs) / minuteMs)

/** The present, in whole minutes; what uses it is drawn again each minute. */
export const useMinute = (): Instant =>
  toInstant(useSyncExternalStore(subscribe, currentMinute, currentMinute) * minuteMs)
