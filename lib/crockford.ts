/** Douglas Crockford's base 32: no I, L, O, U, so that nothing is misread aloud or by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `length` characters of the bytes in base 32, most significant bit first. Throws RangeError when the bytes hold fewer bits. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5) throw new RangeError(`${length} characters need ${length * 5} bits`)
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

/**
 * What a person typed, as base 32 in upper case: spaces and dashes dropped, O read as 0, I and L as 1.
 * null when any other character is left over, or nothing.
 */
export function readCrockford(typed: string): string | null {
  const read = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(read) ? read : null
}
