import type { Key, PublicKey, Subkey } from 'openpgp'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { holdsPrivateKey } from '@/domain/encryption/armored-message'
import { dayMs, epochMs, toInstant, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { cleanText } from '@/lib/text'

/** The largest key taken, in bytes: with every signature others made on it a key rarely has a tenth of this. */
export const keyLimitBytes = 256 * 1024

/** What the desk knows of a public key it accepted. */
export interface PublicKeyFacts {
  /** Hexadecimal digits in capitals. */
  fingerprint: string
  armored: string
  userIds: string[]
  /** Of the key and its subkeys, 16 hexadecimal digits each. */
  keyIds: string[]
  /** The last moment at which something can be encrypted to it; null: never ends. */
  expiresAt: Instant | null
}

const howToExport = 'Export it with gpg --armor --export, followed by your address.'

/**
 * Reads one OpenPGP public key, armoured or binary, to which something can be encrypted at that moment. Refused: anything else, a private
 * key, several keys, and a key that is revoked, expired or has no usable subkey for encryption (RFC 9580).
 */
export async function readPublicKey(
  given: string | Uint8Array,
  at: Instant,
): Promise<Result<PublicKeyFacts, Refusal>> {
  const size = typeof given === 'string' ? given.length : given.byteLength
  if (size > keyLimitBytes)
    return refuseBecause(
      'too_large',
      `This key has more than ${keyLimitBytes / 1024} kB. Export it without the signatures of others: gpg --export-options export-minimal --armor --export.`,
    )
  const text = typeof given === 'string' ? given : new TextDecoder('latin1').decode(given)
  const keys = await keysIn(given, text)
  if (holdsPrivateKey(text) || keys.some((one) => one.isPrivate()))
    return refuseBecause(
      'private',
      `This is a private key. Nothing of it was kept. Give the public one. ${howToExport}`,
    )
  const [key] = keys
  if (!key) return refuseBecause('no_key', `This is no OpenPGP public key. ${howToExport}`)
  const count = Math.max(keys.length, text.match(/-----BEGIN PGP PUBLIC KEY BLOCK-----/g)?.length ?? 0)
  if (count > 1) return refuseBecause('several', `There are ${count} keys in it. Give one at a time.`)
  return usableKey(key as PublicKey, at)
}

async function keysIn(given: string | Uint8Array, text: string): Promise<Key[]> {
  const { readKeys } = await import('openpgp')
  const isBinary = typeof given !== 'string' && ((given[0] ?? 0) & 0x80) !== 0
  try {
    return await (isBinary ? readKeys({ binaryKeys: given }) : readKeys({ armoredKeys: text.trim() }))
  } catch {
    return []
  }
}

async function usableKey(key: PublicKey, at: Instant): Promise<Result<PublicKeyFacts, Refusal>> {
  const date = momentFor(key, at)
  if (await key.isRevoked(undefined, undefined, date))
    return refuseBecause('revoked', 'This key is revoked. Give the one that took its place.')
  const primaryEnd = await endOf(key.getExpirationTime())
  if (primaryEnd !== null && primaryEnd <= at)
    return refuseBecause(
      'expired',
      `This key expired on ${primaryEnd.slice(0, 10)}. Extend it (gpg --quick-set-expire), then export it again.`,
    )
  const ends = await encryptionEnds(key, date)
  if (ends.length === 0)
    return refuseBecause(
      'no_encryption',
      'Nothing can be encrypted to this key: it has no subkey for encryption that is valid now. Add one (gpg --quick-add-key) or extend it, then export the key again.',
    )
  return ok({
    fingerprint: key.getFingerprint().toUpperCase(),
    armored: key.armor().replace(/\r\n/g, '\n'),
    userIds: key.getUserIDs().map((id) => cleanText(id).slice(0, 200)),
    keyIds: key.getKeyIDs().map((id) => id.toHex()),
    expiresAt: earlier(primaryEnd, ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)),
  })
}

/** A key made a moment ago on a machine whose clock is ahead of ours is valid already. */
function momentFor(key: Key, at: Instant): Date {
  const created = key.getCreationTime().getTime()
  const now = epochMs(at)
  return new Date(created > now && created - now < dayMs ? created : now)
}

/** Until when each subkey that may encrypt now can be used; null: never ends. */
async function encryptionEnds(key: PublicKey, date: Date): Promise<(Instant | null)[]> {
  const ends: (Instant | null)[] = []
  for (const one of key.getKeys()) {
    try {
      const found = await key.getEncryptionKey(one.getKeyID(), date)
      ends.push(found === key ? null : await endOf((found as Subkey).getExpirationTime(date)))
    } catch {
      // Not for encryption, or not valid now: the next one may be.
    }
  }
  return ends
}

/** openpgp says Infinity for "never", and null for what is not valid at all, which was asked before. */
async function endOf(asked: Promise<Date | typeof Infinity | null>): Promise<Instant | null> {
  const end = await asked
  return end instanceof Date ? toInstant(end) : null
}

const earlier = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null ? other : other === null ? one : one < other ? one : other
