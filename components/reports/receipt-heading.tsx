'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** The heading of the page that shows a receipt: what was sent is gone from it, so it is read and shown from here. */
export function ReceiptHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className="text-[1.75em]/[1.2] outline-none">
      {children}
    </h1>
  )
}
