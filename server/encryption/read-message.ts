import { armoredMessageIn, holdsPrivateKey } from '@/domain/encryption/armored-message'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { ok, type Result } from '@/lib/result'

const damaged = refuseBecause(
  'damaged',
  'This OpenPGP message is cut off or damaged. Copy all of it, from the line BEGIN PGP MESSAGE to the line END PGP MESSAGE.',
)

const unprotected = refuseBecause(
  'unprotected',
  'This message is encrypted in the old way that anybody can change unseen. Encrypt it with a current program.',
)
const notEncrypted = refuseBecause(
  'not_encrypted',
  'This OpenPGP message is signed or compressed, but not encrypted.',
)
const withPassword = refuseBecause(
  'password',
  'This message is encrypted with a password, which the team does not have. Encrypt it to the key of the project.',
)

/**
 * The ids of the keys a text is encrypted to: of the OpenPGP message in it; null when there is none. Nothing is decrypted, and
 * nothing can be: it is only read how the message is put together. Refused with what to do when it is no whole encrypted message.
 */
export async function encryptedTo(text: string): Promise<Result<string[] | null, Refusal>> {
  if (holdsPrivateKey(text))
    return refuseBecause(
      'private_key',
      'There is a private key in this text. Nothing was kept. Never send it to anybody; take it out and send the rest.',
    )
  const armored = armoredMessageIn(text)
  return armored === null ? ok(null) : addresseesOf({ armoredMessage: armored })
}

/**
 * As `encryptedTo`, of a mail, which is taken as it came: a message that is broken, or that nobody here can open, is for no key
 * (an empty list), so that its sender can be asked to send it again.
 */
export async function mailEncryptedTo(text: string): Promise<string[] | null> {
  const read = await encryptedTo(text)
  if (read.ok) return read.value
  return armoredMessageIn(text) === null ? null : []
}

/** An attached OpenPGP message, armoured or binary, as the armoured text that a description holds. */
export async function armoredMessageOf(file: Uint8Array): Promise<Result<string, Refusal>> {
  const text = new TextDecoder('latin1').decode(file)
  const armored = armoredMessageIn(text)
  if (armored !== null) {
    const read = await addresseesOf({ armoredMessage: armored })
    return read.ok ? ok(armored) : read
  }
  const read = await addresseesOf({ binaryMessage: file })
  if (!read.ok) return read
  const { armor, enums } = await import('openpgp')
  return ok(armor(enums.armor.message, file).replace(/\r\n/g, '\n').trimEnd())
}

type Given = { armoredMessage: string } | { binaryMessage: Uint8Array }

async function addresseesOf(given: Given): Promise<Result<string[], Refusal>> {
  const { enums, readMessage } = await import('openpgp')
  const tagOf = (packet: object) => (packet.constructor as { tag?: number }).tag
  try {
    const message = await ('armoredMessage' in given ? readMessage(given) : readMessage(given))
    const tags = message.packets.map(tagOf)
    const has = (...wanted: number[]) => tags.some((tag) => tag !== undefined && wanted.includes(tag))
    const { packet } = enums
    const hasKey = has(packet.publicKeyEncryptedSessionKey)
    if (!has(packet.symEncryptedIntegrityProtectedData, packet.aeadEncryptedData)) {
      if (has(packet.symmetricallyEncryptedData)) return unprotected
      return hasKey || has(packet.symEncryptedSessionKey) ? damaged : notEncrypted
    }
    if (!hasKey) return withPassword
    return ok(message.getEncryptionKeyIDs().map((id) => id.toHex()))
  } catch {
    return damaged
  }
}
