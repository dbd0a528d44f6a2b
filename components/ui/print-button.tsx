'use client'

import { Button } from './button'

/** Prints the page. Hidden without scripts, where the browser's own menu does it, and on paper. */
export function PrintButton({ label = 'Print' }: { label?: string }) {
  return (
    <Button onClick={() => window.print()} data-print="hide" className="noscript:hidden">
      {label}
    </Button>
  )
}
