'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Time zone of the person's browser; null on the server and until the page is live. */
export const useViewerZone = (): string | null =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
