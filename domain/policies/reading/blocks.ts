import { htmlTable } from './html-table'
import type { LinkDefinitions } from './plain-text'

type Placed = { line: number }
/** A block of a Markdown document: its source without the signs that make it one, and the line it begins on. */
export type Block = Placed &
  (
    | { kind: 'heading'; level: number; source: string }
    | { kind: 'prose' | 'code'; source: string }
    | { kind: 'item'; source: string; indent: number; startsList: boolean }
    | { kind: 'row'; cells: string[]; columns: string[] }
  )

const item = /^(\s{0,40})(?:[-*+•–]|\d{1,3}[.)]|[a-z][.)])\s{1,8}(?:\[[ xX]\]\s)?(\S.*)$/
const underline = /^\s{0,3}(?:={3,}|-{3,}|~{3,}|\^{3,})\s*$/
const definition = /^ {0,3}\[([^[\]]{1,100})\]:\s{0,4}<?(\S{1,380}?)>?(?:\s+["'(].{0,200})?$/
const labelled = /^\s{0,3}\*{0,2}[A-Z][\w -]{1,30}:\*{0,2} \S/
const boldAlone = /^\s{0,3}(?:\*\*|__)([^*_]{1,80}?):?(?:\*\*|__):?\s*$/

/** The blocks of a document. Knows ATX and underlined headings, lists, tables, fences, quotes; anything else is prose. */
export function markdownBlocks(document: string): { blocks: Block[]; definitions: LinkDefinitions } {
  const lines = withoutComments(document.replace(/\r\n?/g, '\n')).split('\n')
  const definitions = new Map<string, string>()
  const blocks: Block[] = []
  let open: { kind: 'prose' | 'item'; line: number; lines: string[]; indent: number } | null = null
  let inList = false
  let fence: string | null = null
  let columns: string[] | null = null

  const flush = () => {
    if (!open) return
    const { kind, line, indent } = open
    const source = open.lines.join('\n')
    open = null
    const bold = kind === 'prose' ? boldAlone.exec(source)?.[1] : undefined
    if (bold !== undefined) blocks.push({ kind: 'heading', level: 7, source: bold, line })
    else if (kind === 'item') blocks.push({ kind, source, line, indent, startsList: !inList })
    else blocks.push({ kind, source, line })
    inList = kind === 'item'
  }
  const heading = (level: number, source: string, line: number) => {
    flush()
    inList = false
    blocks.push({ kind: 'heading', level, source, line })
  }

  let skipTo = 0
  for (const [index, raw] of lines.entries()) {
    if (index < skipTo) continue
    const line = index + 1
    const fenceHere = /^\s{0,8}(`{3,}|~{3,})/.exec(raw)?.[1]
    if (fence !== null) {
      if (fenceHere?.startsWith(fence)) fence = null
      else if (raw.trim() !== '' && !/^[A-Za-z0-9+/=]{60,}$/.test(raw.trim()))
        blocks.push({ kind: 'code', source: raw.trim(), line })
      continue
    }
    if (fenceHere && !underline.test(raw)) {
      flush()
      fence = fenceHere
      continue
    }
    const table = /<table/i.test(raw) ? htmlTable(lines, index) : null
    if (table) {
      flush()
      inList = false
      for (const { cells, line } of table.rows)
        blocks.push({ kind: 'row', cells, columns: table.columns, line })
      skipTo = table.end
      continue
    }
    const text = raw.replace(/^(?:\s{0,3}>\s?){1,10}/, '')
    if (columns) {
      if (text.includes('|')) {
        blocks.push({ kind: 'row', cells: cellsOf(text), columns, line })
        continue
      }
      columns = null
    }
    if (text.trim() === '') {
      if (open !== null) flush()
      continue
    }
    const atx = /^ {0,3}(#{1,6}|={1,6}) {1,8}(\S.*?)\s*$/.exec(text.slice(0, 400))
    const current = open as { kind: 'prose' | 'item'; line: number; lines: string[]; indent: number } | null
    if (atx) heading(atx[1]!.length, atx[2]!, line)
    else if (underline.test(text)) {
      if (current?.kind === 'prose' && current.lines.length <= 2) {
        open = null
        heading(text.includes('=') ? 1 : text.includes('-') ? 2 : 3, current.lines.join(' '), current.line)
      } else flush()
    } else if (/^\s{0,3}(?:[-*_]\s?){3,}$/.test(text.slice(0, 100)) && text.length < 100) flush()
    else if (text.includes('|') && isDelimiter(lines[index + 1])) {
      flush()
      columns = cellsOf(text)
      inList = false
    } else {
      const defined = definition.exec(text.slice(0, 700))
      const entry = item.exec(text)
      if (defined) definitions.set(defined[1]!.toLowerCase(), defined[2]!)
      else if (entry) {
        flush()
        open = { kind: 'item', line, lines: [entry[2]!], indent: entry[1]!.length }
      } else if (current && !labelled.test(text)) current.lines.push(text.trimEnd())
      else {
        flush()
        open = { kind: 'prose', line, lines: [text.trimEnd()], indent: 0 }
      }
    }
  }
  flush()
  return { blocks: blocks.filter((block) => !isDelimiterRow(block)), definitions }
}

const isDelimiter = (line: string | undefined): boolean =>
  line !== undefined &&
  line.length < 2000 &&
  /^[\s|:>-]+$/.test(line) &&
  line.includes('-') &&
  line.includes('|')

const isDelimiterRow = (block: Block) =>
  block.kind === 'row' && block.cells.every((cell) => /^[\s:-]*$/.test(cell))

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .slice(0, 20)
    .map((cell) => cell.trim())

/** The text with its HTML comments blanked; lines stay where they are. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const from = text.indexOf('<!--', at)
    const to = from < 0 ? -1 : text.indexOf('-->', from)
    if (to < 0) return kept + text.slice(at)
    kept += text.slice(at, from) + text.slice(from, to).replace(/[^\n]+/g, '')
    at = to + 3
  }
}
