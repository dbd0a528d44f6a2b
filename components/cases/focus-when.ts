'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** A box that comes into sight and takes the focus once it is asked for. */
export function useFocusWhen(isAsked: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isAsked) return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }, [isAsked])
  return box
}
