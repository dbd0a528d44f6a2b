const begin = /^[^\S\n]{0,8}-----BEGIN PGP MESSAGE-----/m
const end = '-----END PGP MESSAGE-----'

/**
 * The first whole OpenPGP message in a text, in its armour (RFC 9580, 6.2); null when there is none. It begins at the start of a line:
 * one that somebody quotes is none. Says nothing about who could open it.
 */
export function armouredMessage(text: string): string | null {
  const start = begin.exec(text)?.index ?? -1
  const stop = start < 0 ? -1 : text.indexOf(end, start)
  return stop < 0 ? null : `${text.slice(start, stop + end.length).trimStart()}\n`
}
