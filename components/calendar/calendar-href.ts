export type CalendarShape = 'month' | 'agenda'

/** Where a month of the calendar stands; without one, the present month. */
export function calendarHref(month: string | undefined, shape: CalendarShape): string {
  const search = new URLSearchParams()
  if (month) search.set('month', month)
  if (shape === 'agenda') search.set('show', 'agenda')
  const text = search.toString()
  return text ? `/console/calendar?${text}` : '/console/calendar'
}
