const isQuote = (line: string) => /^ {0,3}>/.test(line)
const isBlank = (line: string) => line.trim() === ''

const begins = /^(?:On|Am|Le|El|Il|Em|Op|Den|På|Dnia|W dniu|pe|ср|在)\b|^20\d\d[./-]/u
/** “On Friday, Ann wrote:”, in whatever language: it ends in a colon and names an address, a time, or an act of writing. */
const isAttribution = (line: string) =>
  line.length < 400 &&
  /[:：]\s*$/.test(line) &&
  /[@\d]|wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał|写道/.test(line)

/** What Outlook and its like put above the mail they answer. */
const isDivider = (line: string) =>
  line.length < 80 && /^(?:-{3,} ?\S[^-]*\S ?-{3,}|_{10,})$/.test(line.trim())
const fromLine = /^\*?(?:From|Von|De|Da|Van|Från|Od)\s?:/
const nextLine =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|Skickat|To|An|À|Para|Subject|Betreff|Objet)\s?:/

function startOfOldHead(lines: readonly string[]): number {
  return lines.findIndex((line, at) => {
    if (fromLine.test(line)) return lines.slice(at + 1, at + 4).some((next) => nextLine.test(next))
    if (!isDivider(line) || /forward/i.test(line)) return false
    return lines.slice(at + 1, at + 4).some((next) => fromLine.test(next))
  })
}

const longestSignature = 12

/** A signature: from `-- ` to the end or to the quote below it, when it is as short as one. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const start = lines.findLastIndex((line) => /^-- ?$/.test(line))
  if (start < 0) return lines
  const below = lines.findIndex((line, at) => at > start && (isQuote(line) || isAttribution(line)))
  const stop = below < 0 ? lines.length : below
  return stop - start > longestSignature ? lines : [...lines.slice(0, start), ...lines.slice(stop)]
}

/** Where the words begin, behind a quote that comes first, and its heading. */
function afterFirstQuote(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !isBlank(line))
  const quote = lines.findIndex((line) => isQuote(line))
  if (first < 0 || quote < 0) return 0
  const heading = lines.slice(first, quote).filter((line) => !isBlank(line))
  const isHeading = heading.length === 0 || (heading.length <= 2 && isAttribution(heading.join(' ')))
  const words = lines.findIndex((line, at) => at > quote && !isQuote(line) && !isBlank(line))
  return isHeading && words >= 0 ? words : 0
}

/** Where the words end, before a quote that comes last, and its heading. */
function beforeLastQuote(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => !isBlank(line) && !isQuote(line))
  if (!lines.slice(last + 1).some(isQuote) || last < 0) return lines.length
  if (!isAttribution(lines[last]!)) return last + 1
  const isSecondLine = last > 0 && !begins.test(lines[last]!.trim()) && begins.test(lines[last - 1]!.trim())
  return isSecondLine ? last - 1 : last
}

/**
 * What somebody wrote in a reply, without what they quoted before or after it and without their signature. Quotes between their
 * words stay, for those words answer them. A reply that would be empty is given whole. Each line is looked at a few times, however
 * it is made: patterns that reach over many lines can be made to take minutes.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n')
  const oldHead = startOfOldHead(lines)
  const upper = oldHead < 0 ? lines : lines.slice(0, oldHead)
  const unsigned = withoutSignature(upper)
  const ended = unsigned.slice(0, beforeLastQuote(unsigned))
  return ended.slice(afterFirstQuote(ended)).join('\n').trim() || text
}
