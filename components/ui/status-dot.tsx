import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { toneText, type Tone } from './tone'

/** How far something is, as a shape: empty, half, full, none. */
export type Progress = 'todo' | 'doing' | 'done' | 'none'

const shapes: Record<Progress, ReactNode> = {
  todo: <circle cx="6" cy="6" r="4.5" />,
  doing: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />
    </>
  ),
  done: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  none: <path d="M2 6h8" />,
}

type Props = { progress: Progress; tone?: Tone; label: string; showLabel?: boolean; children?: ReactNode }

/** A small mark for one of many, such as a row of them in a table cell. `label` is what it says, also on hover. */
export function StatusDot({ progress, tone = 'neutral', label, showLabel, children }: Props) {
  return (
    <span
      title={label}
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', toneText[tone])}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        className="size-3 shrink-0"
      >
        {shapes[progress]}
      </svg>
      <span className={showLabel ? undefined : 'sr-only'}>{label}</span>
      {children}
    </span>
  )
}
