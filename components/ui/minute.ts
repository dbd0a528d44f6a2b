'use client'

import { useSyncExternalStore } from 'react'
import { minuteMs, toInstant, type Instant } from '@/lib/instant'

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

const currentMinute = () => Math.floor(Date.now() / minuteMs)

/** The present, in whole minutes; what uses it is drawn again each minute. */
export const useMinute = (): Instant =>
  toInstant(useSyncExternalStore(subscribe, currentMinute, currentMinute) * minuteMs)
