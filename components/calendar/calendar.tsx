'use client'

import { useQuery } from '@tanstack/react-query'
import { ReadFailure } from '@/components/shell/read-failure'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { useMinute } from '@/components/ui/minute'
import { SkeletonRows } from '@/components/ui/skeleton'
import { calendarKindLabel, calendarKinds } from '@/domain/cases/calendar-kinds'
import { zoneName } from '@/lib/describe-time'
import { Agenda } from './agenda'
import { calendarHref, type CalendarShape } from './calendar-href'
import { CalendarMark } from './calendar-mark'
import { calendarQueryOptions } from './calendar-query-options'
import { monthWords } from './calendar-words'
import { MonthGrid } from './month-grid'

type Props = { month: string; timeZone: string; shape: CalendarShape }

/** A month of dates: as a sheet, or one under the other. On a phone always the latter. */
export function Calendar({ month, timeZone, shape }: Props) {
  const now = useMinute()
  const query = useQuery(calendarQueryOptions(month, timeZone))
  const calendar = query.data
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-[1.375rem]/7">{monthWords(month)}</h1>
        <nav aria-label="Month" className="flex flex-wrap items-center gap-2">
          {calendar && (
            <>
              <LinkButton href={calendarHref(calendar.sheet.previous, shape)} rel="prev" size="small">
                ← {monthWords(calendar.sheet.previous)}
              </LinkButton>
              <LinkButton href={calendarHref(undefined, shape)} size="small">
                Today
              </LinkButton>
              <LinkButton href={calendarHref(calendar.sheet.next, shape)} rel="next" size="small">
                {monthWords(calendar.sheet.next)} →
              </LinkButton>
            </>
          )}
        </nav>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <ul aria-label="Kinds of dates" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          {calendarKinds.map((kind) => (
            <li key={kind}>
              <CalendarMark kind={kind} isOverdue={false} /> {calendarKindLabel[kind]}
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <a
            href={calendarHref(month, shape === 'month' ? 'agenda' : 'month')}
            className="text-accent underline max-md:hidden"
          >
            {shape === 'month' ? 'As a list' : 'As a month'}
          </a>
          <a href="/api/v1/calendar/desk.ics" download className="text-accent underline">
            Download as iCal
          </a>
        </p>
      </div>
      {query.isError && (
        <ReadFailure
          error={query.error}
          what="The calendar"
          path={calendarHref(month, shape)}
          retry={() => void query.refetch()}
        />
      )}
      {query.isPending && !query.isError && <SkeletonRows rows={10} label="Reading the calendar" />}
      {calendar && (
        <>
          {calendar.isCut && (
            <Callout title="More dates than fit">
              <p>The first {calendar.entries.length} of this month are shown. The queue has every case.</p>
            </Callout>
          )}
          {shape === 'month' && (
            <div className="max-md:hidden">
              <MonthGrid calendar={calendar} now={now} />
            </div>
          )}
          <div className={shape === 'month' ? 'md:hidden' : undefined}>
            <Agenda calendar={calendar} now={now} />
          </div>
        </>
      )}
      <p className="text-sm text-muted">
        Days and times are those of {timeZone} ({zoneName(now, timeZone)}), the zone of your account. The file
        names cases by their reference only, because calendars are often shared.
      </p>
    </div>
  )
}
