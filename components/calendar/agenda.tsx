import Link from 'next/link'
import { caseHref } from '@/components/queue/queue-href'
import { EmptyState } from '@/components/ui/empty-state'
import { relativeTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import type { CaseCalendar } from '@/server/cases/calendar'
import { CalendarMark } from './calendar-mark'
import { dayWords, entryWords, isOverdue, monthWords, timeWords } from './calendar-words'

type Props = { calendar: CaseCalendar; now: Instant }

/** The dates of a month one under the other, by day. */
export function Agenda({ calendar, now }: Props) {
  const { sheet, entries } = calendar
  const days = sheet.days.filter((day) => day.startsWith(sheet.month))
  const shown = days
    .map((day) => ({ day, entries: entries.filter((entry) => entry.day === day) }))
    .filter((one) => one.entries.length > 0)
  if (shown.length === 0)
    return (
      <EmptyState title={`No dates in ${monthWords(sheet.month)}`}>
        <p>Promises, embargoes, reporters’ own dates and scheduled announcements of open cases stand here.</p>
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      {shown.map(({ day, entries: ofDay }) => (
        <section key={day} id={day} aria-labelledby={`day-${day}`} className="grid gap-1">
          <h2 id={`day-${day}`} className="border-b border-line pb-1 text-[0.875rem]/5">
            {dayWords(day)}
            {day === sheet.today && <span className="font-normal text-muted"> · today</span>}
          </h2>
          <ul>
            {ofDay.map((entry) => (
              <li
                key={`${entry.kind} ${entry.reference} ${entry.at}`}
                className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 py-1.5 sm:grid-cols-[3.25rem_13rem_minmax(0,1fr)]"
              >
                <time dateTime={entry.at} className="text-muted tabular-nums">
                  {timeWords(entry.at, sheet.timeZone)}
                </time>
                <span>
                  <CalendarMark kind={entry.kind} isOverdue={isOverdue(entry, now)} />{' '}
                  {entryWords(entry, now)}
                  <span className="block text-muted" suppressHydrationWarning>
                    {relativeTime(entry.at, now)}
                  </span>
                </span>
                <Link
                  href={caseHref(entry.reference)}
                  prefetch={false}
                  className="block min-h-6 wrap-anywhere text-text no-underline hover:underline max-sm:col-start-2"
                >
                  {entry.title} <span className="font-mono text-muted">{entry.reference}</span>
                </Link>
                {entry.why && (
                  <p
                    className="text-sm text-muted max-sm:col-start-2 sm:col-start-3"
                    suppressHydrationWarning
                  >
                    {entry.why}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
