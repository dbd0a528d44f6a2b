import { generateKey } from 'openpgp'

/** A key pair that GnuPG 2.2 can use as well, made on 1 January 2025; it lasts `days` from then, or for ever. */
export async function makeKeyPair(
  name = 'Marmotte security <security@marmotte.example.org>',
  { days, passphrase }: { days?: number; passphrase?: string } = {},
) {
  const [, label = name, email = ''] = /^(.*) <(.*)>$/.exec(name) ?? []
  const { publicKey, privateKey } = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: label, email }],
    date: new Date('2025-01-01T00:00:00Z'),
    ...(days !== undefined && { keyExpirationTime: days * 86_400 }),
    ...(passphrase !== undefined && { passphrase }),
  })
  return { publicKey, privateKey }
}
