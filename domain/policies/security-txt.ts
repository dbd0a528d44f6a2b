import type { Instant } from '@/lib/instant'
import { cleanText } from '@/lib/text'

/** What a security.txt says; every address is absolute. */
export interface SecurityTxt {
  /** Most wanted first; at least one. */
  contacts: readonly string[]
  expires: Instant
  encryption: readonly string[]
  /** Where people are thanked. */
  acknowledgments: readonly string[]
  policies: readonly string[]
  /** Every address where exactly this text is found. */
  canonical: readonly string[]
  languages: readonly string[]
}

const oneLine = (text: string) =>
  text.replace(/[^\x20-\x7e]+/g, (signs) => encodeURIComponent(cleanText(signs)))

/** The file of RFC 9116, one field a line. Anything that would break a line is percent-encoded. */
export function securityTxt(file: SecurityTxt): string {
  const field = (name: string, values: readonly string[]) =>
    values.map((value) => `${name}: ${oneLine(value)}`)
  return [
    ...field('Contact', file.contacts),
    ...field('Expires', [file.expires]),
    ...field('Encryption', file.encryption),
    ...field('Acknowledgments', file.acknowledgments),
    ...field('Policy', file.policies),
    ...field('Canonical', file.canonical),
    ...field('Preferred-Languages', [file.languages.join(', ')]),
    '',
  ].join('\n')
}
