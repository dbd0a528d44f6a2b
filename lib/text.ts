import { z } from 'zod'

// C0 controls but tab and newline, DEL, the overrides and isolates that make text read differently
// from what it says, and a byte order mark. Plain right-to-left text needs none of them.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Text that may be stored, mailed and shown: line ends are `\n`, unicode is well formed (lone surrogates become U+FFFD),
 * control and bidirectional override characters are gone. Idempotent.
 */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unwanted, '').replace(loneSurrogate, '\uFFFD')

/** How long a text is for a limit: characters as a person counts code points, not UTF-16 units. */
export const textLength = (text: string): number => {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) length--
  }
  return length
}

/** What to say of a text that is too long for `max` characters. */
export const textTooLong = (max: number) => (issue: { input?: unknown }) => {
  const length = typeof issue.input === 'string' ? textLength(issue.input) : max
  return `Shorten this to ${max.toLocaleString('en')} characters. It has ${length.toLocaleString('en')}.`
}

const limited = (max: number, clean: (text: string) => string, missing = 'Write something here.') =>
  z
    .string({ error: missing })
    .transform(clean)
    .pipe(z.string().refine((text) => textLength(text) <= max, { error: textTooLong(max) }))

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()
/** Line by line: a pattern for white space at the end of a line takes minutes over a long run of it in the middle of one. */
const manyLines = (text: string) =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()

const filled = (missing: string) => z.string().min(1, missing)
const emptyToNull = (text: string | null | undefined) => (text === '' || text === undefined ? null : text)

/** One line of text, cleaned, trimmed, at most `max` characters; `missing` says what to write when it is empty. */
export const shortText = (max: number, missing = 'Write something here.') =>
  limited(max, oneLine, missing).pipe(filled(missing))

/** Text of several lines, cleaned, at most `max` characters; `missing` says what to write when it is empty. */
export const longText = (max: number, missing = 'Write something here.') =>
  limited(max, manyLines, missing).pipe(filled(missing))

/** One line that may be left empty: null then. */
export const optionalShortText = (max: number) => limited(max, oneLine).nullish().transform(emptyToNull)

/** Several lines that may be left empty: null then. */
export const optionalLongText = (max: number) => limited(max, manyLines).nullish().transform(emptyToNull)

/** A checkbox of a form (`on` when ticked, absent when not) or a boolean of a JSON body. */
export const checkbox = () =>
  z
    .union([z.boolean(), z.enum(['on', 'true', 'false', '']), z.null()], { error: 'Tick this or leave it.' })
    .optional()
    .transform((value) => value === true || value === 'on' || value === 'true')
