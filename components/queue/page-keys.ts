'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { KeyGroup } from './key-tables'

interface Listed {
  /** The tables of the page, in their order. */
  groups: readonly KeyGroup[]
  isShown: boolean
}

const nothing: Listed = { groups: [], isShown: false }
let listed = nothing
const listeners = new Set<() => void>()

function list(change: Partial<Listed>): void {
  listed = { ...listed, ...change }
  listeners.forEach((tell) => tell())
}

/** Has these tables listed under `?` for as long as the component is on the page; it binds none of their keys. */
export function usePageKeys(...groups: KeyGroup[]): void {
  const named = groups.join()
  useEffect(() => {
    list({ groups: named.split(',') as KeyGroup[] })
    return () => list({ groups: [] })
  }, [named])
}

/** Opens or closes the list of keys. */
export const showKeys = (isShown = true): void => list({ isShown })

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the list of keys shows now, and whether it is open. */
export const useListedKeys = (): Listed =>
  useSyncExternalStore(
    subscribe,
    () => listed,
    () => nothing,
  )
