import type { CalendarKind } from '@/domain/cases/calendar-kinds'
import { classNames } from '@/lib/class-names'

/** A sign and a colour for each kind of date; the word always stands with them or is their name. */
const looks: Readonly<Record<CalendarKind, { sign: string; tone: string }>> = {
  scheduled: { sign: '◆', tone: 'text-on-track' },
  embargo_end: { sign: '▮', tone: 'text-inside' },
  reporter_date: { sign: '▲', tone: 'text-high' },
  not_before: { sign: '▷', tone: 'text-paused' },
  promise: { sign: '●', tone: 'text-accent' },
}

/** The sign of a kind of date. */
export function CalendarMark({ kind, isOverdue }: { kind: CalendarKind; isOverdue: boolean }) {
  const { sign, tone } = looks[kind]
  return (
    <span aria-hidden="true" className={classNames('font-mono', isOverdue ? 'text-overdue' : tone)}>
      {isOverdue ? '!' : sign}
    </span>
  )
}
