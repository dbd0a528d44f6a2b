import { absoluteTime } from './describe-time'
import { toInstant, type Instant } from './instant'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant inside a sentence that both sides read: `28 Nov 2026, 09:00 UTC`. */
export const utcText = (at: Instant): string =>
  `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}, ${at.slice(11, 16)} UTC`

const written = new RegExp(`(\\b\\d{1,2} (?:${months.join('|')}) \\d{4}, \\d\\d:\\d\\d UTC\\b)`)

/** A sentence in its pieces: its words, and the instants that `utcText` wrote into it, to the minute. */
export function piecesOf(sentence: string): Array<string | { at: Instant }> {
  return sentence.split(written).map((piece, index) => {
    const ms = index % 2 === 1 ? Date.parse(piece) : NaN
    return Number.isNaN(ms) ? piece : { at: toInstant(ms) }
  })
}

/** The instant as somebody in that zone reads it, with UTC beside it: `Sat 28 Nov, 10:00 CET (28 Nov 2026, 09:00 UTC)`. */
export function zonedText(at: Instant, zone: string, locale?: string, utc = utcText): string {
  const local = absoluteTime(at, zone, at, locale)
  return local.endsWith(' UTC') ? utc(at) : `${local} (${utc(at)})`
}

/** The sentence with every instant in it as `zonedText` writes it. */
export const inZone = (sentence: string, zone: string): string =>
  piecesOf(sentence)
    .map((piece) => (typeof piece === 'string' ? piece : zonedText(piece.at, zone)))
    .join('')
