'use client'

import { useEffect } from 'react'
import { rowLinkId } from './queue-row'

/** The row that the keyboard is on stays in sight when the order changes around it. */
export function useRowInSight(reference: string | undefined, index: number): void {
  useEffect(() => {
    const { activeElement } = document
    if (reference && activeElement?.id === rowLinkId(reference))
      activeElement.scrollIntoView({ block: 'nearest' })
  }, [reference, index])
}
