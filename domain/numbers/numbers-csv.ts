/** One figure, as one line of a file: which table, of what, what was counted, and in which unit. */
export interface Figure {
  table: 'times' | 'promises' | 'open' | 'load'
  of: string
  figure: string
  value: number | null
  unit: 'minutes' | 'reports' | 'cases'
}

/** The figures as CSV (RFC 4180). What a spreadsheet would take for a formula, such as a person's chosen name, stays text. */
export const figuresCsv = (figures: readonly Figure[]): string =>
  [
    ['table', 'of', 'figure', 'value', 'unit'],
    ...figures.map((one) => [one.table, one.of, one.figure, one.value ?? '', one.unit]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n') + '\r\n'

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
