'use client'

import { useSyncExternalStore } from 'react'
import { checking } from './checking'

/** Says that the browser works before the report leaves. */
export function CheckingNote() {
  const isChecking = useSyncExternalStore(checking.subscribe, checking.get, () => false)
  return (
    <p role="status" className="text-sm text-muted">
      {isChecking && 'Checking that this is no flood: your browser calculates for a few seconds, then sends.'}
    </p>
  )
}
