const names = { long: monthFormat('long'), short: monthFormat('short') }

function monthFormat(month: 'long' | 'short') {
  return new Intl.DateTimeFormat('en-GB', {
    month,
    year: month === 'long' ? 'numeric' : '2-digit',
    timeZone: 'UTC',
  })
}

/** `2026-11` as `November 2026`, or `Nov 26`. */
export const monthName = (month: string, length: 'long' | 'short' = 'long'): string =>
  names[length].format(new Date(`${month}-01T00:00:00Z`))
