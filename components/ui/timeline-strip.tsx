import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

export type TimelineStep = {
  label: string
  state: 'done' | 'current' | 'upcoming' | 'late'
  /** When it was or will be. */
  time?: ReactNode
  detail?: ReactNode
}

const marks: Record<TimelineStep['state'], { sign: string; dot: string }> = {
  done: { sign: '✓', dot: 'border-on-track bg-on-track-soft text-on-track' },
  current: { sign: '●', dot: 'border-accent bg-accent-soft text-accent' },
  upcoming: { sign: '', dot: 'border-control bg-surface' },
  late: { sign: '!', dot: 'border-overdue bg-overdue-soft text-overdue' },
}

type Props = {
  label: string
  steps: readonly TimelineStep[]
  /** How each state is said to those who do not see its mark. */
  words: Readonly<Record<TimelineStep['state'], string>>
}

/** The whole way of something as a line: across where there is room, down where there is not. */
export function TimelineStrip({ label, steps, words }: Props) {
  return (
    <div className="@container">
      <ol aria-label={label} className="grid gap-y-0 @3xl:auto-cols-fr @3xl:grid-flow-col">
        {steps.map((step, index) => {
          const mark = marks[step.state]
          return (
            <li
              key={step.label}
              aria-current={step.state === 'current' ? 'step' : undefined}
              className="relative grid grid-cols-[1.5rem_1fr] gap-x-3 pb-5 last:pb-0 @3xl:grid-cols-1 @3xl:content-start @3xl:gap-y-2 @3xl:pr-4 @3xl:pb-0"
            >
              {index < steps.length - 1 && (
                <span
                  aria-hidden="true"
                  className={classNames(
                    'absolute top-6 bottom-0 left-[0.6875rem] w-0.5 @3xl:top-[0.6875rem] @3xl:right-0 @3xl:bottom-auto @3xl:left-6 @3xl:h-0.5 @3xl:w-auto',
                    step.state === 'done' ? 'bg-on-track' : 'bg-line',
                  )}
                />
              )}
              <span
                aria-hidden="true"
                className={classNames(
                  'relative flex size-6 items-center justify-center rounded-full border-2 text-xs font-bold',
                  mark.dot,
                )}
              >
                {mark.sign}
              </span>
              <div className="min-w-0">
                <p className={step.state === 'upcoming' ? 'text-muted' : 'font-medium'}>
                  {step.label}
                  <span className="sr-only">, {words[step.state]}</span>
                </p>
                {step.time && (
                  <p className={classNames('text-sm', step.state === 'late' ? 'text-overdue' : 'text-muted')}>
                    {step.time}
                  </p>
                )}
                {step.detail && <div className="text-sm text-muted">{step.detail}</div>}
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
