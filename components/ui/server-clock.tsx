'use client'

import { useState } from 'react'
import type { Instant } from '@/lib/instant'
import { followClock } from './minute'

/** Makes every time on the page go by the server's clock. Stands before everything that shows a time. */
export function ServerClock({ now }: { now: Instant }) {
  // Once, when the page arrives: later drawings of the layout carry an older `now`.
  useState(() => followClock(now))
  return null
}
