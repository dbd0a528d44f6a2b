'use client'

import { useEffect, useSyncExternalStore } from 'react'

/** Something a page can do at this moment, offered in the palette. */
export interface PageAction {
  label: string
  /** A key that does the same. */
  keys?: string
  run: () => void
}

let offered: readonly PageAction[] = []
const listeners = new Set<() => void>()

function offer(actions: readonly PageAction[]): void {
  offered = actions
  listeners.forEach((tell) => tell())
}

/** Offers actions in the palette for as long as the component is on the page. Keep the list the same while nothing changes. */
export function useOfferedActions(actions: readonly PageAction[]): void {
  useEffect(() => {
    offer(actions)
    return () => offer([])
  }, [actions])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly PageAction[] = []

/** What the page offers now. */
export const usePageActions = (): readonly PageAction[] =>
  useSyncExternalStore(
    subscribe,
    () => offered,
    () => none,
  )
