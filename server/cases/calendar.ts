import { z } from 'zod'
import { isTimeZone } from '@/domain/clocks/offset-periods'
import { calendarMonth, dateOf, type CalendarMonth } from '@/domain/cases/calendar-month'
import { dayMs, plusMs } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { calendarEntries, type CalendarEntry } from './calendar-entries'

export interface CaseCalendar {
  sheet: CalendarMonth
  /** Each with the date it falls on in the sheet's time zone. */
  entries: (CalendarEntry & { day: string })[]
  /** There are more dates than are shown. */
  isCut: boolean
}

export const calendarInput = z.object({
  month: z
    .string()
    .regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/, 'Write a month like 2026-11.')
    .optional(),
  timeZone: z.string().max(64).refine(isTimeZone, 'There is no such time zone.').default('UTC'),
})

/** The dates of open cases on the sheet of a month. */
export const caseCalendar = query({
  name: 'cases.calendar',
  input: calendarInput,
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, { month, timeZone }): Promise<CaseCalendar> => {
    const sheet = calendarMonth(month, timeZone, context.now)
    const { entries, isCut } = await calendarEntries(context, sheet)
    return { sheet, entries: entries.map((entry) => ({ ...entry, day: dateOf(entry.at, timeZone) })), isCut }
  },
})

/** The dates of open cases from a month ago to a year ahead, for a calendar program. */
export const calendarExport = query({
  name: 'cases.calendarExport',
  input: z.object({}),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context): Promise<CalendarEntry[]> => {
    const window = { from: plusMs(context.now, -30 * dayMs), until: plusMs(context.now, 365 * dayMs) }
    return (await calendarEntries(context, window)).entries
  },
})
