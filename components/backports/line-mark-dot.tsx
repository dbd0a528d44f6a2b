import type { ReactNode } from 'react'
import { toneText, type Tone } from '@/components/ui/tone'
import { lineMarkLabel, type LineMark } from '@/domain/backports/line-mark'
import { classNames } from '@/lib/class-names'

/** How far a line is, as a shape: empty, half, full, none. */
const shapes = {
  todo: <circle cx="6" cy="6" r="4.5" />,
  doing: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />
    </>
  ),
  done: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  none: <path d="M2 6h8" />,
} as const

const looks: Record<LineMark, { shape: keyof typeof shapes; tone: Tone }> = {
  released: { shape: 'done', tone: 'on-track' },
  in_work: { shape: 'doing', tone: 'accent' },
  to_do: { shape: 'todo', tone: 'neutral' },
  unknown: { shape: 'todo', tone: 'due-soon' },
  not_affected: { shape: 'none', tone: 'neutral' },
  wont_fix: { shape: 'none', tone: 'high' },
  out_of_support: { shape: 'none', tone: 'neutral' },
}

/** A line's status as its mark, with words beside it. */
export function LineMarkDot({ mark, children }: { mark: LineMark; children: ReactNode }) {
  const { shape, tone } = looks[mark]
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg
        role="img"
        viewBox="0 0 12 12"
        className={classNames('size-3 shrink-0 fill-none stroke-current stroke-[1.5]', toneText[tone])}
      >
        <title>{lineMarkLabel[mark]}</title>
        {shapes[shape]}
      </svg>
      {children}
    </span>
  )
}
