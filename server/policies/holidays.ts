import Holidays from 'date-holidays'
import type { BusinessCalendar } from '@/domain/policies/terms'
import type { Instant } from '@/lib/instant'

type Region = NonNullable<BusinessCalendar['holidayRegion']>
type Holiday = BusinessCalendar['holidays'][number]

/** How many calendar years are computed when a calendar is saved. */
const yearsAhead = 3

/**
 * Public holidays of a country, or of a part of one, in the years given: whole local days, earliest first, one a day.
 * Empty for a region nobody knows. Source: date-holidays, by the names people of the region use, in English where known.
 */
export function computeHolidays(country: string, state: string | null, years: readonly number[]): Holiday[] {
  const calendar = state ? new Holidays(country, state) : new Holidays(country)
  const days = new Map<string, string>()
  for (const year of years) {
    for (const { date, start, end, name, type } of calendar.getHolidays(year, 'en') || []) {
      if (type !== 'public') continue
      // A holiday may last several days; each is a day off.
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
      for (let day = 0; day < length; day++) {
        const at = new Date(Date.parse(date.slice(0, 10)) + day * 86_400_000).toISOString().slice(0, 10)
        if (!days.has(at)) days.set(at, name.slice(0, 200))
      }
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date))
}

/** Is it a region whose holidays can be computed? */
export function isHolidayRegion({ country, state }: Region): boolean {
  const calendar = new Holidays()
  if (!calendar.getCountries('en')[country]) return false
  return state === null || Object.hasOwn(calendar.getStates(country, 'en') ?? {}, state)
}

/**
 * The calendar with the holidays of its region for this year and the two after it, and with the days the team named itself.
 * Without a region only those remain.
 */
export function withHolidays(calendar: BusinessCalendar, now: Instant): BusinessCalendar {
  const { holidayRegion: region, holidays } = calendar
  const own = holidays.filter((day) => day.isOwn || region === null).map((day) => ({ ...day, isOwn: true }))
  if (region === null) return { ...calendar, holidays: own }
  const firstYear = Number(now.slice(0, 4))
  const years = Array.from({ length: yearsAhead }, (_, index) => firstYear + index)
  const taken = new Set(own.map(({ date }) => date))
  const computed = computeHolidays(region.country, region.state, years).filter(({ date }) => !taken.has(date))
  return { ...calendar, holidays: [...computed, ...own].sort((a, b) => a.date.localeCompare(b.date)) }
}

/** The last year whose holidays are stored; null when no region was chosen. */
export const holidaysUntil = ({ holidayRegion, holidays }: BusinessCalendar): string | null =>
  holidayRegion === null
    ? null
    : (holidays
        .filter((day) => !day.isOwn)
        .at(-1)
        ?.date.slice(0, 4) ?? null)

/** A region to choose: `DE` Germany, `DE-BY` Germany: Bavaria. */
export interface RegionChoice {
  code: string
  name: string
}

let choices: RegionChoice[] | undefined

/** Every country and part of a country whose holidays are known, by name. */
export function holidayRegions(): RegionChoice[] {
  choices ??= readRegions()
  return choices
}

function readRegions(): RegionChoice[] {
  const calendar = new Holidays()
  return Object.entries(calendar.getCountries('en'))
    .sort(([, a], [, b]) => a.localeCompare(b))
    .flatMap(([country, name]) => [
      { code: country, name },
      ...Object.entries(calendar.getStates(country, 'en') ?? {})
        .sort(([, a], [, b]) => a.localeCompare(b))
        .map(([state, part]) => ({ code: `${country}-${state}`, name: `${name}: ${part}` })),
    ])
}
