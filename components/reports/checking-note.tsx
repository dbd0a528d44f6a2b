'use client'

import { useSyncExternalStore } from 'react'
import { checking } from './checking'

/** Says that the browser works before the report leaves. */
export function CheckingNote({ said }: { said: string }) {
  const isChecking = useSyncExternalStore(checking.subscribe, checking.get, () => false)
  return (
    <p role="status" className="text-sm text-muted">
      {isChecking && said}
    </p>
  )
}
