'use client'

import { useCase } from './case-context'
import { splitSignWords } from './split-sign-words'

/** Beside the action: what speaks for it. */
export function SplitHint() {
  const { view } = useCase()
  const signs = (view.reports ?? []).flatMap(({ splitSigns }) => splitSigns)
  if (signs.length === 0) return null
  return (
    <p className="text-sm text-muted">
      Signs of several vulnerabilities. {signs.map(splitSignWords).join('. ')}.
    </p>
  )
}
