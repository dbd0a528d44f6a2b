import { queryOptions } from '@tanstack/react-query'
import { casesKey } from '@/components/queue/queue-query-options'
import { fetchJson } from '@/lib/fetch-json'
import type { CaseCalendar } from '@/server/cases/calendar'

/** Dates move rarely; a minute is soon enough. In milliseconds. */
const refetchEveryMs = 60_000

/** The dates of a month (`2026-11`) in a time zone. */
export const calendarQueryOptions = (month: string, timeZone: string) =>
  queryOptions({
    queryKey: [...casesKey, 'calendar', month, timeZone],
    queryFn: ({ signal }) =>
      fetchJson<CaseCalendar>(`/api/v1/calendar?${new URLSearchParams({ month, timeZone })}`, signal),
    refetchInterval: refetchEveryMs,
  })
