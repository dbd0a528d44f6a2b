import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { toneSign, toneSoft, type Tone } from './tone'

type Props = { tone?: Tone; children: ReactNode; title?: string; className?: string }

/** A word on the soft ground of its tone, with the tone's sign before it. */
export function Badge({ tone = 'neutral', title, className, children }: Props) {
  const sign = toneSign[tone]
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-[0.8125rem]/4 font-medium whitespace-nowrap',
        toneSoft[tone],
        className,
      )}
    >
      {sign && (
        <span aria-hidden="true" className="text-[0.625rem]">
          {sign}
        </span>
      )}
      {children}
    </span>
  )
}
