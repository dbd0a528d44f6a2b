import type { ReactNode, ToggleEventHandler } from 'react'
import { classNames } from '@/lib/class-names'

type Props = {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  onToggle?: ToggleEventHandler<HTMLDetailsElement>
  className?: string
}

/** More about something, folded until asked for. Works without scripts. */
export function Disclosure({ summary, children, open, onToggle, className }: Props) {
  return (
    <details open={open} onToggle={onToggle} className={classNames('group border-b border-line', className)}>
      <summary className="flex min-h-11 list-none items-center gap-2 py-2 font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="inline-block text-muted transition-transform group-open:rotate-90"
        >
          ›
        </span>
        {summary}
      </summary>
      <div className="grid gap-3 pb-4 pl-4">{children}</div>
    </details>
  )
}
