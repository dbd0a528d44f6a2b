import { markdownBlocks, type Block } from './blocks'
import { plainText, type LinkDefinitions, type TextLink } from './plain-text'

/** One sentence of a policy, in words without markup, with what stands around it. */
export interface Sentence {
  text: string
  /** The line of the source it begins on, counted from 1. */
  line: number
  kind: Block['kind']
  /** The heading it stands under, as written. */
  section: string | null
  /** All headings it stands under, in lower case. */
  headings: string
  /** For an entry of a list: the sentence that leads into the list, in lower case. */
  lead: string
  links: TextLink[]
  /** For the first sentence of a block: the whole block, as far as it is looked at. Null for the others. */
  block: string | null
  /** For a row of a table: its cells, and the heads of their columns. */
  cells: string[]
  columns: string[]
}

// A longer sentence is cut: no rule then ever looks at more than this at once.
const longest = 700
// More than any policy has; bounds the work on texts made of stops.
const mostSentences = 4000
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|resp|incl|excl|approx|no|nr|mr|mrs|dr|inc|ltd|st)|^\W{0,3}\d[\d.]{0,12})\.$/i

/** The sentences of a policy in Markdown (or plain text), in order. */
export function sentencesOf(policy: string): Sentence[] {
  const { blocks, definitions } = markdownBlocks(policy)
  const sentences: Sentence[] = []
  const around = { headings: [] as { level: number; text: string }[], lead: '', outerLead: '', indent: 0 }
  let lastProse = ''
  for (const block of blocks) {
    if (sentences.length >= mostSentences) break
    if (block.kind === 'heading') {
      const text = plainText(block.source, definitions)
        .text.trim()
        .replace(/[\s:#]+$/, '')
      around.headings = [
        ...around.headings.filter(({ level }) => level < block.level),
        { level: block.level, text },
      ]
      lastProse = ''
      around.lead = around.outerLead = ''
      continue
    }
    if (block.kind === 'item') {
      if (block.startsList) around.lead = around.outerLead = lastProse
      else if (block.indent <= around.indent) around.lead = around.outerLead
    }
    const read = sentencesOfBlock(block, definitions, {
      section: around.headings.at(-1)?.text ?? null,
      headings: around.headings.map(({ text }) => text.toLowerCase()).join(' › '),
      lead: block.kind === 'item' ? around.lead.toLowerCase() : '',
    })
    sentences.push(...read.slice(0, mostSentences - sentences.length))
    const last = read.at(-1)?.text ?? ''
    if (block.kind === 'item' && last.endsWith(':')) {
      around.lead = last
      around.indent = block.indent
    } else if (block.kind === 'prose') lastProse = last
  }
  return sentences
}

type Around = Pick<Sentence, 'section' | 'headings' | 'lead'>

function sentencesOfBlock(block: Block, definitions: LinkDefinitions, around: Around): Sentence[] {
  if (block.kind === 'row') {
    const read = block.cells.map((cell) => plainText(cell.slice(0, longest), definitions))
    const columns = block.columns.map((cell) => plainText(cell.slice(0, 100), definitions).text.trim())
    const cells = read.map((cell) => cell.text.trim())
    const links = read.flatMap((cell) => cell.links.map(({ url }) => ({ from: 0, to: 0, url })))
    const text = cells.join(' | ').slice(0, longest)
    return [{ ...around, text, line: block.line, kind: 'row', links, columns, cells, block: text }]
  }
  const { text, links, breaks } = plainText(block.source, definitions)
  return cuts(text).flatMap(([from, to], index) => {
    const words = text.slice(from, to)
    const trimmed = words.trim()
    // Too short to say anything, but for a version in a list.
    if (trimmed.length < (block.kind === 'item' && /^v?\d/.test(trimmed) ? 1 : 4)) return []
    const start = from + words.length - words.trimStart().length
    return [
      {
        ...around,
        text: trimmed,
        line: block.line + countUpTo(breaks, start),
        kind: block.kind,
        links: links
          .filter((link) => link.from >= from && link.from < to)
          .map((link) => ({ ...link, from: link.from - start, to: link.to - start })),
        block: index === 0 ? text.trim().slice(0, longest) : null,
        cells: [],
        columns: [],
      },
    ]
  })
}

/** How many of the rising places are at or before one. */
function countUpTo(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the sentences of a text begin and end. */
function cuts(text: string): Array<[number, number]> {
  const found: Array<[number, number]> = []
  let from = 0
  const cut = (to: number) => {
    found.push([from, to])
    from = to
  }
  for (let at = 0; at < text.length; at++) {
    if (at - from >= longest) {
      const space = text.lastIndexOf(' ', at)
      cut(space > from ? space + 1 : at)
    }
    if (!/[.!?]/.test(text[at]!)) continue
    const after = /^[.!?]["'”’)\]]{0,3} +(?=["'“‘([]?[\p{Lu}\p{N}¿¡])/u.exec(text.slice(at, at + 12))
    if (after && !abbreviation.test(text.slice(Math.max(from, at - 14), at + 1))) cut(at + after[0].length)
  }
  if (from < text.length) cut(text.length)
  return found
}
