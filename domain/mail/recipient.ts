import { cleanText } from '@/lib/text'

/** Whom a mail goes to. */
export interface Recipient {
  name: string
  address: string
}

// Everything that separates, quotes or comments addresses in a header, white space and controls.
const forbidden = /[\s\p{Cc}\p{Cf}<>()[\]\\,;:"]/u
const form = /^[^@]{1,64}@[^@.]+(\.[^@.]+)*$/u
const longestAddress = 254

/**
 * One recipient from what people typed, or null when the address is not exactly one. The name becomes one plain line:
 * it is shown in a header, and a header holds no line breaks.
 */
export function readRecipient({ name, address }: Recipient): Recipient | null {
  const trimmed = address.trim()
  if (trimmed.length > longestAddress || forbidden.test(trimmed) || !form.test(trimmed)) return null
  return { name: oneLine(name).slice(0, 100).trim(), address: trimmed }
}

/** A text as a header holds it: one line without control characters. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
