const begin = '-----BEGIN PGP MESSAGE-----'
const end = '-----END PGP MESSAGE-----'

/**
 * The first whole OpenPGP message in a text, in its armour (RFC 9580, 6.2), on lines of its own; null when there is none.
 * Says nothing about who could open it.
 */
export function armouredMessage(text: string): string | null {
  const start = text.indexOf(begin)
  const stop = start < 0 ? -1 : text.indexOf(end, start)
  return stop < 0 ? null : `${text.slice(start, stop + end.length)}\n`
}
