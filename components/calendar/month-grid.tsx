import Link from 'next/link'
import { caseHref } from '@/components/queue/queue-href'
import { classNames } from '@/lib/class-names'
import type { Instant } from '@/lib/instant'
import type { CaseCalendar } from '@/server/cases/calendar'
import { calendarHref } from './calendar-href'
import { CalendarMark } from './calendar-mark'
import { dayWords, entryWords, isOverdue, timeWords } from './calendar-words'

type Props = { calendar: CaseCalendar; now: Instant }

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** More dates of one day are behind a link. */
const mostInADay = 4

/** A month as a sheet of weeks. */
export function MonthGrid({ calendar, now }: Props) {
  const { sheet, entries } = calendar
  const weeks = Array.from({ length: sheet.days.length / 7 }, (_, week) =>
    sheet.days.slice(week * 7, week * 7 + 7),
  )
  const byDay = new Map<string, CaseCalendar['entries']>()
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry])
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Dates of this month</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              className="border border-line px-2 py-1 text-left text-sm font-medium text-muted"
            >
              <abbr title={weekday} className="no-underline">
                {weekday.slice(0, 3)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} day={day} entries={byDay.get(day) ?? []} sheet={sheet} now={now} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({
  day,
  entries,
  sheet,
  now,
}: {
  day: string
  entries: CaseCalendar['entries']
  sheet: CaseCalendar['sheet']
  now: Instant
}) {
  const isToday = day === sheet.today
  const isOutside = !day.startsWith(sheet.month)
  const hidden = entries.length - mostInADay
  return (
    <td
      aria-current={isToday ? 'date' : undefined}
      className={classNames('h-28 border border-line p-1 align-top', isOutside && 'bg-canvas')}
    >
      <p className="flex px-1 text-sm text-muted tabular-nums">
        <span className="sr-only">{dayWords(day)}</span>
        <span
          aria-hidden="true"
          className={classNames(isToday && 'rounded-full bg-accent px-1.5 font-medium text-on-accent')}
        >
          {Number(day.slice(8))}
        </span>
      </p>
      <ul className="mt-0.5 grid gap-0.5">
        {entries.slice(0, hidden > 0 ? mostInADay - 1 : mostInADay).map((entry) => {
          const words = entryWords(entry, now)
          const time = timeWords(entry.at, sheet.timeZone)
          return (
            <li key={`${entry.kind} ${entry.reference} ${entry.at}`}>
              <Link
                href={caseHref(entry.reference)}
                prefetch={false}
                title={[
                  `${words}, ${time}`,
                  `${entry.reference} ${entry.title}`,
                  ...(entry.why ? [entry.why] : []),
                ].join('\n')}
                className="flex min-h-6 items-center gap-1 rounded-sm px-1 text-[0.8125rem]/5 text-text no-underline hover:bg-hover"
              >
                <CalendarMark kind={entry.kind} isOverdue={isOverdue(entry, now)} />
                <span className="text-muted tabular-nums">{time}</span>
                <span className="sr-only">{words}:</span>
                <span className="truncate font-mono">{entry.reference}</span>
              </Link>
            </li>
          )
        })}
        {hidden > 0 && (
          <li>
            <Link
              href={`${calendarHref(sheet.month, 'agenda')}#${day}`}
              prefetch={false}
              className="flex min-h-6 items-center px-1 text-[0.8125rem]/5 text-accent underline"
            >
              {hidden + 1} more
            </Link>
          </li>
        )}
      </ul>
    </td>
  )
}
