'use client'

import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'

/**
 * Gives the client what the page read. `state` is dehydrated data as JSON text: React would walk through every value of an object
 * three times on its way through the server, a text goes through as it is.
 */
export function Hydrated({ state, children }: { state: string; children: ReactNode }) {
  const read = useMemo(() => JSON.parse(state) as DehydratedState, [state])
  return <HydrationBoundary state={read}>{children}</HydrationBoundary>
}
