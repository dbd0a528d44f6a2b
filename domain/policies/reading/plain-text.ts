import { decodeEntity } from './entities'

/** A link within a plain text: where its words stand, and where it leads. */
export interface TextLink {
  from: number
  to: number
  url: string
}

export interface PlainText {
  text: string
  links: TextLink[]
  /** Where a line of the source ended, as places in the text. */
  breaks: number[]
}

/** Addresses of `[name]: address` definitions, by name in lower case. */
export type LinkDefinitions = ReadonlyMap<string, string>

// How far ahead a bracket, a tag or an entity may close: keeps reading linear whatever the text is.
const reach = 400
const invisible = /[\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff]/
const bareUrl = /https?:\/\/[^\s<>()[\]|"'`]{1,400}/g
const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(\s[^<>]{0,380})?\/?>/

// Anything else in angle brackets is text: a place to fill in, or a disguised address.
const elements =
  /^(?:a|abbr|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|path|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)$/

/** Markdown and HTML as the words a person reads, with the links behind them. Unknown signs stay as they are. */
export function plainText(source: string, definitions: LinkDefinitions = new Map()): PlainText {
  const writer = new Writer()
  let open: { from: number; url: string } | null = null
  let at = 0
  while (at < source.length) {
    const sign = source[at]!
    const rest = () => source.slice(at, at + reach)
    if (sign === '\n') {
      writer.lineBreak()
      at++
    } else if (sign === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '')) {
      writer.write(source[at + 1]!)
      at += 2
    } else if (sign === '`' || sign === '*' || (sign === '_' && !isInsideWord(source, at))) {
      at++
    } else if (sign === '&') {
      const entity = decodeEntity(rest())
      writer.write(entity?.text ?? sign)
      at += entity?.length ?? 1
    } else if (sign === '<') {
      const auto = /^<((?:https?:|mailto:)[^\s<>]{1,380}|[^\s<>@]{1,80}@[^\s<>@]{1,200})>/i.exec(rest())
      const found = auto ? null : tag.exec(rest())
      const name = found?.[2]?.toLowerCase()
      if (auto) {
        writer.writeLink(auto[1]!.replace(/^mailto:/i, ''), auto[1]!)
        at += auto[0].length
      } else if (!found || !elements.test(name!)) {
        writer.write(sign)
        at++
      } else {
        if (name === 'a') {
          if (open) writer.link(open.from, open.url)
          const url = found[1] ? undefined : /href\s?=\s?["']?([^"'\s>]{1,380})/i.exec(found[3] ?? '')?.[1]
          open = url ? { from: writer.length, url: plainAddress(url) } : null
        } else if (/^(?:br|p|div|li|tr|td|th|h\d)$/.test(name!)) writer.write(' ')
        at += found[0].length
      }
    } else if (sign === '[' || (sign === '!' && source[at + 1] === '[')) {
      const image = sign === '!' ? 1 : 0
      const link = linkAt(rest().slice(image), definitions)
      if (link) {
        writer.writeLink(plainText(link.words).text, link.url)
        at += link.length + image
      } else {
        writer.write(sign)
        at++
      }
    } else {
      if (!invisible.test(sign)) writer.write(sign === '\uff20' ? '@' : sign)
      at++
    }
  }
  if (open) writer.link(open.from, open.url)
  return writer.done()
}

/** `[words](address "title")`, `[words][name]`, or `[name]`. */
function linkAt(text: string, definitions: LinkDefinitions) {
  const found =
    /^\[([^[\]]{0,300})\](?:\(\s{0,3}<?([^\s()<>]{1,380})>?(?:\s[^()]{0,200})?\)|\[([^[\]]{0,100})\])?/.exec(
      text,
    )
  if (!found) return null
  const [whole, words = '', address, name] = found
  const url = address ?? definitions.get((name || words).toLowerCase())
  return url === undefined ? null : { words: words || url, url: plainAddress(url), length: whole.length }
}

const plainAddress = (url: string) => url.replace(/&amp;/g, '&').replace(/&(?:#64|commat|#x40);/gi, '@')

const isWordSign = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
const isInsideWord = (source: string, at: number) => isWordSign(source[at - 1]) && isWordSign(source[at + 1])

/** Collects a text with single spaces, and where its links and line ends are. */
class Writer {
  private parts: string[] = []
  private last = ' '
  private readonly links: TextLink[] = []
  private readonly breaks: number[] = []
  length = 0

  write(text: string): void {
    for (const sign of text) {
      const one = /\s/.test(sign) ? ' ' : sign
      if (one === ' ' && this.last === ' ') continue
      this.parts.push(one)
      this.length += one.length
      this.last = one
    }
  }

  writeLink(words: string, url: string): void {
    const from = this.length
    this.write(words)
    this.link(from, url)
  }

  link(from: number, url: string): void {
    this.links.push({ from, to: this.length, url })
  }

  lineBreak(): void {
    this.write(' ')
    this.breaks.push(this.length)
  }

  done(): PlainText {
    const text = this.parts.join('')
    for (const found of text.matchAll(bareUrl)) {
      const url = found[0].replace(/[.,;:!?…]+$/, '')
      this.links.push({ from: found.index, to: found.index + url.length, url })
    }
    return { text, links: this.links.sort((a, b) => a.from - b.from), breaks: this.breaks }
  }
}
