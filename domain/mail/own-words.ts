const isQuote = (line: string) => /^ {0,3}>/.test(line)
const isBlank = (line: string) => line.trim() === ''

const wrote =
  /\b(?:wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał(?:a|\(a\))?)\b|写道|написал/iu
const begins = /^(?:On|Am|Le|El|Il|Em|Op|Den|På|Dnia|W dniu|В|在)\s|^20\d\d[./-]/u
const moment = /\d{1,2}[:.]\d{2}|[^\s<>@]@[^\s<>@]|\b(?:19|20)\d\d\b/

/** “On Friday at 9:00, Ann wrote:”: begins as mail programs begin it, names a moment or an address and the act of writing. */
const isAttribution = (line: string) =>
  line.length < 400 &&
  /[:：]\s*$/.test(line) &&
  begins.test(line.trim()) &&
  moment.test(line) &&
  wrote.test(line)

/** What Outlook and its like put above the mail they answer. */
const isDivider = (line: string) =>
  line.length < 80 && /^(?:-{3,} ?\S[^-]*\S ?-{3,}|_{10,})$/.test(line.trim())
const fromLine = /^\*?(?:From|Von|De|Da|Van|Från|Od)\s?:/
const nextLine =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|Skickat|To|An|À|Para|Cc|Subject|Betreff|Objet)\s?:/

/** How many lines the head above a mail takes that begins here: its divider, its fields, what is blank between; 0: none begins. */
function lengthOfHead(lines: readonly string[], at: number): number {
  const divides = isDivider(lines[at]!) && !/forward/i.test(lines[at]!)
  let next = divides ? at + 1 : at
  while (divides && next < at + 3 && next < lines.length && isBlank(lines[next]!)) next += 1
  if (!fromLine.test(lines[next] ?? '')) return 0
  next += 1
  const fields = next
  while (next < fields + 8 && nextLine.test(lines[next] ?? '')) next += 1
  return next === fields ? 0 : next - at
}

/** How many lines a heading takes that begins here, wrapped or not; 0: none begins. */
function lengthOfAttribution(lines: readonly string[], at: number): number {
  const [first = '', second = ''] = lines.slice(at, at + 2)
  if (isAttribution(first)) return 1
  return begins.test(first.trim()) && isAttribution(`${first} ${second}`) ? 2 : 0
}

const bare = (line: string) => line.replace(/^[\s>]+/, '').replace(/\s+/g, '')
/** Of characters that are no space: what is shorter stands in many texts by chance. */
const longEnough = { alone: 12, belowOurs: 6 }

/** Tells lines of what we sent, however they were wrapped: a short one only when it was a whole line, or goes on from one of ours. */
class Ours {
  private readonly whole: Set<string>
  private readonly text: string

  constructor(sent: readonly string[]) {
    const lines = sent.flatMap((text) => text.split('\n')).map(bare)
    this.whole = new Set(lines.filter((line) => line !== ''))
    this.text = lines.join('')
  }

  holds(line: string, isBelowOurs: boolean): boolean {
    const looked = bare(line)
    if (this.whole.has(looked)) return true
    const least = isBelowOurs ? longEnough.belowOurs : longEnough.alone
    return looked.length >= least && looked.length <= 1000 && this.text.includes(looked)
  }
}

/** Which lines are a quote, or the heading of one. */
function quotedLines(lines: readonly string[], ours: Ours): boolean[] {
  const isQuoted = lines.map(() => false)
  /** Marks what is quoted from `at` on, and says where that ends; `at` itself when nothing is. */
  const take = (at: number, isTaken: (line: string, isBelow: boolean) => boolean): number => {
    let end = at
    for (let next = at; next < lines.length; next += 1) {
      if (isTaken(lines[next]!, end > at)) end = next + 1
      else if (!isBlank(lines[next]!)) break
    }
    return end
  }
  const mark = (from: number, to: number) => isQuoted.fill(true, from, to)
  for (let at = 0; at < lines.length; at += 1) {
    const heading = lengthOfAttribution(lines, at)
    const head = heading || lengthOfHead(lines, at)
    if (head > 0) {
      // A heading of a mail program is followed by a quote; a head alone may be part of a demonstration.
      const isTaken = (line: string, isBelow: boolean) =>
        (heading > 0 && isQuote(line)) || ours.holds(line, isBelow)
      const end = take(at + head, isTaken)
      if (end > at + head) {
        mark(at, end)
        at = end - 1
      }
    } else if (isQuote(lines[at]!)) {
      const end = take(
        at,
        (line, isBelow) => isQuote(line) && (bare(line) === '' || ours.holds(line, isBelow)),
      )
      if (lines.slice(at, end).some((line) => bare(line) !== '')) {
        mark(at, end)
        at = end - 1
      }
    }
  }
  return isQuoted
}

const longestSignature = 12

/** Where a signature begins that ends the text: after `-- ` (RFC 3676, 4.3), when it is as short as one; the end when there is none. */
function startOfSignature(lines: readonly string[]): number {
  const start = lines.findLastIndex((line) => line === '-- ')
  return start < 0 || lines.length - start > longestSignature ? lines.length : start
}

export interface OwnWords {
  text: string
  /** Something was left out: a quote or a signature. */
  isCut: boolean
}

/**
 * What somebody wrote in a reply, without what they quoted of `sent`, the texts we sent them, before or after it, and without their
 * signature. Only what stands in `sent`, or below the heading of a mail program, counts as quoted: whatever else looks like it
 * (a prompt, a head of a mail) may be the finding itself. Quotes between their words stay, for those words answer them. A reply that
 * would be empty is given whole. Each line is looked at a few times, however the text is made.
 */
export function ownWords(text: string, sent: readonly string[]): OwnWords {
  const lines = text.split('\n')
  const isQuoted = quotedLines(lines, new Ours(sent))
  const isOwn = (at: number) => !isQuoted[at] && !isBlank(lines[at]!)
  const indices = lines.map((_line, at) => at)
  const first = indices.find(isOwn) ?? 0
  const last = indices.findLastIndex(isOwn)
  const body = lines.slice(first, last + 1)
  const own = body.slice(0, startOfSignature(body)).join('\n').trim()
  if (own === '') return { text, isCut: false }
  return { text: own, isCut: own.length < text.trim().length }
}
