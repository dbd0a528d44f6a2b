'use client'

import { useState } from 'react'
import { Button } from './button'

type Props = { text: string; label?: string; size?: 'regular' | 'small' }

/** Copies a text. Hidden without scripts, where the text itself can be selected. */
export function CopyButton({ text, label = 'Copy', size = 'regular' }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  return (
    <Button size={size} onClick={copy} data-print="hide" className="noscript:hidden">
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Select the text and copy it' : label}
      </span>
    </Button>
  )
}
