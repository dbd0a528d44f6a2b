'use client'

import { Button } from './button'
import { useUiWords } from './ui-language'

/** Prints the page. Hidden without scripts, where the browser's own menu does it, and on paper. */
export function PrintButton() {
  const { print } = useUiWords()
  return (
    <Button onClick={() => window.print()} data-print="hide" className="noscript:hidden">
      {print}
    </Button>
  )
}
