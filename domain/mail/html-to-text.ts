import { decodeEntities } from './html-entities'

/** More is not read: a text that long is no mail somebody wrote. */
const longest = 2_000_000

/** What these hold is never shown. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
  'textarea',
])
const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const paragraphs = new Set([
  'p',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'ul',
  'ol',
])

/** Finds where tags and silent parts end, in one pass over the text however it is made. */
class Ends {
  private readonly lastClose: number
  /** How many characters may be looked at for quotes that hold a `>`; a tag after that ends at the first one. */
  private budget = 3_000_000
  private readonly neverClosed = new Set<string>()

  constructor(private readonly html: string) {
    this.lastClose = html.lastIndexOf('>')
  }

  /** Of a tag whose name begins at `from`: its `>`, or -1. */
  ofTag(from: number): number {
    const { html } = this
    if (from > this.lastClose) return -1
    let quote = ''
    for (let at = from; at <= this.lastClose && this.budget > 0; at++, this.budget--) {
      const character = html[at]!
      if (quote) quote = character === quote ? '' : quote
      else if (character === '>') return at
      else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
    }
    return html.indexOf('>', from)
  }

  /** Of what a silent element holds. A style that never ends swallows the rest; anything else unclosed is read. */
  ofSilent(name: string, from: number): number {
    const swallows = name === 'script' || name === 'style'
    if (!this.neverClosed.has(name)) {
      const closing = new RegExp(`</${name}\\b[^>]{0,200}>`, 'gi')
      closing.lastIndex = from
      const found = closing.exec(this.html)
      if (found) return found.index + found[0].length
      this.neverClosed.add(name)
    }
    return swallows ? this.html.length : from
  }
}

const hrefOf = (tag: string): string | null => {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? []
  const href = decodeEntities(double ?? single ?? bare ?? '').trim()
  return /^(?:https?|mailto):/i.test(href) ? href : null
}

/**
 * What a person would read of an HTML mail, as plain text: scripts, styles and comments are dropped, nothing is fetched and no image
 * is named; a link keeps its address beside its words, a list its dashes, a quotation its `>`. Linear in the length, never throws.
 */
export function htmlToText(source: string): string {
  const html = source.slice(0, longest)
  const out = new Lines()
  const ends = new Ends(html)
  let link: { href: string; from: number } | null = null
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at)
    if (open !== at) out.say(decodeEntities(html.slice(at, open < 0 ? undefined : open)))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      at = close < 0 ? html.length : close + 3
      continue
    }
    const close = /[a-z/!?]/i.test(html[open + 1] ?? '') ? ends.ofTag(open + 1) : -1
    if (close < 0) {
      out.say('<')
      at = open + 1
      continue
    }
    const tag = html.slice(open + 1, close)
    const [, slash = '', written = ''] = /^(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? []
    const name = written.toLowerCase()
    at = close + 1
    if (silent.has(name)) {
      if (slash || tag.endsWith('/')) continue
      at = ends.ofSilent(name, at)
    } else if (name === 'br') out.newLine()
    else if (name === 'a') {
      if (link)
        out.say(
          out.saidSince(link.from).includes(link.href.replace(/^mailto:/i, '')) ? '' : ` (${link.href})`,
        )
      const href = slash ? null : hrefOf(tag)
      link = href === null ? null : { href, from: out.position }
    } else if (name === 'td' || name === 'th') out.say(' ')
    else if (blocks.has(name)) {
      if (name === 'blockquote') out.quote(slash ? -1 : 1)
      if (name === 'pre') out.isLiteral = !slash
      if (paragraphs.has(name)) out.paragraph()
      else out.block()
      if (name === 'li' && !slash) out.say('- ')
    }
  }
  return out.text()
}

/** Text as it is written, line by line. */
class Lines {
  private readonly lines: string[] = []
  private parts: string[] = []
  private depth = 0
  private said: string[] = []
  isLiteral = false

  get position(): number {
    return this.said.length
  }

  saidSince(position: number): string {
    return this.said.slice(position).join('')
  }

  say(words: string): void {
    if (words === '') return
    if (this.isLiteral) {
      const [first = '', ...more] = words.replace(/\r\n?/g, '\n').split('\n')
      this.parts.push(first)
      for (const line of more) {
        this.newLine()
        this.parts.push(line)
      }
    } else this.parts.push(words.replace(/[\s\u00a0]+/g, ' '))
    this.said.push(words)
  }

  newLine(): void {
    const written = this.parts.join('')
    const line = this.isLiteral ? written.trimEnd() : written.replace(/ {2,}/g, ' ').trim()
    this.lines.push(`${'> '.repeat(Math.min(this.depth, 5))}${line}`.trimEnd())
    this.parts = []
  }

  block(): void {
    if (this.parts.join('').trim() !== '') this.newLine()
    else this.parts = []
  }

  paragraph(): void {
    this.block()
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('')
  }

  quote(step: 1 | -1): void {
    this.block()
    this.depth = Math.max(0, this.depth + step)
  }

  text(): string {
    this.block()
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
}
