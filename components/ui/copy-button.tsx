'use client'

import { useState } from 'react'
import { Button } from './button'
import { useUiWords } from './ui-language'

type Props = { text: string; label: string; size?: 'regular' | 'small' }

/** Copies a text. Hidden without scripts, where the text itself can be selected. */
export function CopyButton({ text, label, size = 'regular' }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const { copied, copyByHand } = useUiWords()
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
        {outcome === 'copied' ? copied : outcome === 'refused' ? copyByHand : label}
      </span>
    </Button>
  )
}
