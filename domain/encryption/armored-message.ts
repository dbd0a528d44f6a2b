/** The longest armoured message taken in a text field, in characters; about 290 kB of ciphertext. */
export const armoredLimit = 400_000

/** Stands where a title would say too much. */
export const neutralTitle = 'Encrypted report'

// It begins at the start of a line: a quoted one (`> -----BEGIN`) nobody can open.
const message =
  /(?<=^[^\S\n]{0,8})-----BEGIN PGP MESSAGE-----[\s\S]*?(?:-----END PGP MESSAGE-----|(?![\s\S]))/m

/** The OpenPGP message a text holds, from its first dash to its last, or to the end of the text when it was cut off; null: none. */
export const armoredMessageIn = (text: string): string | null => message.exec(text)?.[0] ?? null

/** The text without the OpenPGP messages in it, wherever they begin. */
export const withoutArmor = (text: string): string =>
  text.replaceAll(/-----BEGIN PGP MESSAGE-----[\s\S]*?(?:-----END PGP MESSAGE-----|(?![\s\S]))/g, ' ')

/** Does the text hold a private key? Nobody should have sent it, and nobody may keep it. */
export const holdsPrivateKey = (text: string): boolean => /-----BEGIN PGP PRIVATE KEY BLOCK-----/.test(text)

/**
 * Do the bytes begin like an encrypted OpenPGP message: armour, or a packet with a session key (RFC 9580, tags 1 and 3)?
 * Whether they are one is found out by reading them.
 */
export function looksEncrypted(bytes: Uint8Array): boolean {
  const [first = 0] = bytes
  const isPacket = (first & 0x80) !== 0
  const tag = (first & 0x40) !== 0 ? first & 0x3f : (first & 0x3c) >> 2
  if (isPacket) return tag === 1 || tag === 3
  return armoredMessageIn(new TextDecoder('latin1').decode(bytes.subarray(0, 200))) !== null
}
