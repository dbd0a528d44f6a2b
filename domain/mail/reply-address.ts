import { readCrockford, toCrockford } from '@/lib/crockford'

const tokenCharacters = 26
/** Bytes a token is made of: 130 of their bits, which nobody guesses. */
export const replyTokenBytes = 17
const longestLocalPart = 64

/** The token of a reply address, in lower case: mail servers may change the case of an address. */
export const formatReplyToken = (bytes: Uint8Array): string =>
  toCrockford(bytes, tokenCharacters).toLowerCase()

/** `security@example.org` with a token is `security+<token>@example.org`; null when that is longer than a local part may be (RFC 5321). */
export function replyAddress(base: string, token: string): string | null {
  const at = base.lastIndexOf('@')
  const local = `${base.slice(0, at)}+${token}`
  return local.length > longestLocalPart ? null : `${local}${base.slice(at)}`
}

/** The token an address carries, as it was made; null when it carries none. */
export function replyTokenOf(address: string): string | null {
  const tag = /\+([^@+]+)@/.exec(address)?.[1]
  const read = tag?.length === tokenCharacters ? readCrockford(tag) : null
  return read?.length === tokenCharacters ? read.toLowerCase() : null
}

/** An address without what stands between `+` and `@`. */
export const baseAddress = (address: string): string => address.replace(/\+[^@]*(?=@)/, '')
