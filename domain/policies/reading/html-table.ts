/** The rows of a table written in HTML; the first one names the columns. */
export interface HtmlTable {
  columns: string[]
  /** `line`: counted from 1. */
  rows: Array<{ cells: string[]; line: number }>
  /** The index of the first line after the table. */
  end: number
}

// Longer tables than policies have; bounds the work on text that opens tables and never closes them.
const mostLines = 200
const longest = 20_000

/** The table that begins on a line of a document; null when it does not close nearby or has no rows. */
export function htmlTable(lines: readonly string[], from: number): HtmlTable | null {
  const near = lines.slice(from, from + mostLines)
  const last = near.findIndex((line) => /<\/table/i.test(line))
  if (last < 0) return null
  const source = near
    .slice(0, last + 1)
    .join('\n')
    .slice(0, longest)
  const rows: HtmlTable['rows'] = []
  for (const match of source.matchAll(/<tr\b[^<>]{0,200}>/gi)) {
    const start = match.index + match[0].length
    const close = source.slice(start).search(/<\/?tr\b|<\/table/i)
    const cells = source
      .slice(start, close < 0 ? undefined : start + close)
      .split(/<t[hd]\b[^<>]{0,200}>/i)
      .slice(1, 21)
      .map((cell) =>
        cell
          .replace(/<\/t[hd]>[^]*$/i, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    const line = from + 1 + source.slice(0, match.index).split('\n').length - 1
    if (cells.length > 0 && rows.length < mostLines) rows.push({ cells, line })
  }
  const [head, ...rest] = rows
  return head ? { columns: head.cells, rows: rest, end: from + last + 1 } : null
}
