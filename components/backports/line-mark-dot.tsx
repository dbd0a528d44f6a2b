import type { ReactNode } from 'react'
import { StatusDot, type Progress } from '@/components/ui/status-dot'
import type { Tone } from '@/components/ui/tone'
import { lineMarkLabel, type LineMark } from '@/domain/backports/line-mark'

const looks: Record<LineMark, { progress: Progress; tone: Tone }> = {
  released: { progress: 'done', tone: 'on-track' },
  in_work: { progress: 'doing', tone: 'accent' },
  to_do: { progress: 'todo', tone: 'neutral' },
  unknown: { progress: 'todo', tone: 'due-soon' },
  not_affected: { progress: 'none', tone: 'neutral' },
  wont_fix: { progress: 'none', tone: 'high' },
  out_of_support: { progress: 'none', tone: 'neutral' },
}

/** A line's status as its mark, with words beside it. */
export function LineMarkDot({ mark, children }: { mark: LineMark; children: ReactNode }) {
  const { progress, tone } = looks[mark]
  return (
    <span className="inline-flex items-center gap-1.5">
      <StatusDot progress={progress} tone={tone} label={lineMarkLabel[mark]} />
      {children}
    </span>
  )
}
