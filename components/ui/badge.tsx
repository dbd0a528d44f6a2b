import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import type { Tone } from './tone'

type Props = { tone?: Tone; children: ReactNode; title?: string; className?: string }

/** A word on the soft ground of its tone, with the tone's sign before it for those who do not tell the colours apart. */
export function Badge({ tone = 'neutral', title, className, children }: Props) {
  return (
    <span title={title} className={classNames('badge', tone, className)}>
      {children}
    </span>
  )
}
