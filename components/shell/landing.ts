'use client'

import { useLayoutEffect } from 'react'

type Find = () => HTMLElement | null

let landing: Find | null = null

/** Says where the keyboard goes on, on this page, when what it was on goes away. Keep the function the same while nothing changes. */
export function useLanding(find: Find): void {
  // Known in the moment the page is there, before anything asks where to go on.
  useLayoutEffect(() => {
    landing = find
    return () => {
      if (landing === find) landing = null
    }
  }, [find])
}

/** Where work goes on, on the page that is shown; null where no page says so. */
export const landingNow = (): HTMLElement | null => landing?.() ?? null
