'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { QueueRow } from '@/server/cases/queue-rows'

/**
 * Which rows of the queue are chosen for a common act. Rows that leave the page leave the choice; a range goes from the one that was
 * chosen or left out last.
 */
export function useChosen(rows: readonly QueueRow[], mayChoose: (row: QueueRow) => boolean) {
  const [references, setReferences] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)

  const chosen = useMemo(
    () => rows.filter((row) => references.has(row.reference) && mayChoose(row)),
    [rows, references, mayChoose],
  )
  const toggle = useCallback((reference: string) => {
    last.current = reference
    setReferences((before) => {
      const after = new Set(before)
      if (!after.delete(reference)) after.add(reference)
      return after
    })
  }, [])
  const chooseTo = useCallback(
    (reference: string) => {
      const at = (one: string | null) => rows.findIndex((row) => row.reference === one)
      const [from, to] = [at(last.current ?? reference), at(reference)]
      const range = rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
      last.current = reference
      setReferences((before) => new Set([...before, ...range.map((row) => row.reference)]))
    },
    [rows],
  )
  const chooseAll = useCallback(() => setReferences(new Set(rows.map(({ reference }) => reference))), [rows])
  const chooseNone = useCallback(() => setReferences(new Set()), [])
  return { chosen, toggle, chooseTo, chooseAll, chooseNone }
}
