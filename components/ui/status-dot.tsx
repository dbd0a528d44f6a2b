import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { toneText, type Tone } from './tone'

/** How far something is, as a shape: empty, half, full, none. */
export type Progress = 'todo' | 'doing' | 'done' | 'none'

const shapes: Record<Progress, string> = { todo: '○', doing: '◐', done: '●', none: '–' }

type Props = { progress: Progress; tone?: Tone; label: string; showLabel?: boolean; children?: ReactNode }

/** A small mark for one of many, such as a row of them in a table cell. `label` is what it says, also on hover. */
export function StatusDot({ progress, tone = 'neutral', label, showLabel, children }: Props) {
  return (
    <span
      title={label}
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', toneText[tone])}
    >
      <span aria-hidden="true" className="inline-block w-[1em] text-center leading-none">
        {shapes[progress]}
      </span>
      <span className={showLabel ? undefined : 'sr-only'}>{label}</span>
      {children}
    </span>
  )
}
