'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

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

/** Offers actions in the palette for as long as the component is on the page; what each does is looked up when it is chosen. */
export function useOfferedActions(actions: readonly PageAction[]): void {
  const newest = useRef(actions)
  const shown = JSON.stringify(actions.map(({ label, keys }) => ({ label, keys })))
  useEffect(() => {
    newest.current = actions
  })
  useEffect(() => {
    const named = JSON.parse(shown) as Omit<PageAction, 'run'>[]
    offer(named.map((action, index) => ({ ...action, run: () => newest.current[index]?.run() })))
    return () => offer([])
  }, [shown])
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
