import { decrypt, decryptKey, readKey, readMessage, readPrivateKey, type PrivateKey } from 'openpgp'
import { armoredMessageIn } from '@/domain/encryption/armored-message'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { ok, type Result } from '@/lib/result'

/** A few kilobytes can unpack to gigabytes: nothing larger than this is unpacked, in bytes. */
const unpackedLimitBytes = 25 * 1024 * 1024

/** Opens a private key, armoured or binary, with its passphrase; an empty one for a key without. */
export async function unlockKey(
  given: string | Uint8Array,
  passphrase: string,
): Promise<Result<PrivateKey, Refusal>> {
  const key = await readPrivateKeyIn(given)
  if (key === null) {
    const isPublic =
      typeof given === 'string' &&
      (await readKey({ armoredKey: given }).then(
        () => true,
        () => false,
      ))
    return refuseBecause(
      'no_key',
      isPublic
        ? 'This is the public key. Choose the private one: gpg --armor --export-secret-keys.'
        : 'This is no OpenPGP private key. Export it with gpg --armor --export-secret-keys.',
    )
  }
  if (key.isDecrypted()) return ok(key)
  try {
    return ok(await decryptKey({ privateKey: key, passphrase }))
  } catch {
    return refuseBecause('passphrase', 'The passphrase does not open this key. Type it again.')
  }
}

async function readPrivateKeyIn(given: string | Uint8Array): Promise<PrivateKey | null> {
  const isBinary = typeof given !== 'string' && ((given[0] ?? 0) & 0x80) !== 0
  try {
    if (isBinary) return await readPrivateKey({ binaryKey: given as Uint8Array })
    const armoredKey = typeof given === 'string' ? given : new TextDecoder('latin1').decode(given)
    return await readPrivateKey({ armoredKey: armoredKey.trim() })
  } catch {
    return null
  }
}

/** What was encrypted: the bytes, and the name the sender gave a file. */
export interface Opened {
  bytes: Uint8Array
  fileName: string
}

/** Decrypts an OpenPGP message, armoured or binary, with any of the keys. Refused with what is wrong and what can be done. */
export async function decryptMessage(
  given: string | Uint8Array,
  decryptionKeys: readonly PrivateKey[],
): Promise<Result<Opened, Refusal>> {
  try {
    const message = await read(given)
    const keyIds = decryptionKeys.flatMap((key) => key.getKeyIDs().map((id) => id.toHex()))
    const wanted = message.getEncryptionKeyIDs()
    if (!wanted.some((id) => /^0+$/.test(id.toHex()) || keyIds.includes(id.toHex())))
      return refuseBecause(
        'other_key',
        `This is encrypted to another key (${wanted.map((id) => id.toHex().toUpperCase()).join(', ')}), not to the one you chose.`,
      )
    const { data, filename } = await decrypt({
      message,
      decryptionKeys: [...decryptionKeys],
      format: 'binary',
      config: { maxDecompressedMessageSize: unpackedLimitBytes },
    })
    return ok({ bytes: data, fileName: typeof filename === 'string' ? filename : '' })
  } catch (error) {
    if (error instanceof Error && /decompressed message size/i.test(error.message))
      return refuseBecause(
        'too_large',
        `This unpacks to more than ${unpackedLimitBytes / 1024 / 1024} MiB and was not opened: a small message that unpacks to so much is meant to do harm. Ask the reporter to send it in parts.`,
      )
    return refuseBecause(
      'damaged',
      'This could not be decrypted: it is cut off or damaged, or made in a way no key of yours opens. Ask the reporter to send it again.',
    )
  }
}

/** Armoured or binary; a binary file may hold armour. */
function read(given: string | Uint8Array) {
  const text = typeof given === 'string' ? given : new TextDecoder('latin1').decode(given)
  const armoredMessage = armoredMessageIn(text)
  if (armoredMessage !== null) return readMessage({ armoredMessage })
  return readMessage({ binaryMessage: given as Uint8Array })
}
