import type { Instant } from '@/lib/instant'
import { keyStanding, type KeyDates } from './key-standing'

/** Whom an encrypted message was made for. */
export type Addressee =
  /** A key the project offered when the message came. */
  | { to: 'current'; fingerprint: string }
  /** A key of the project's that had expired or was removed by then. */
  | { to: 'expired'; fingerprint: string }
  /** No key the desk knows. */
  | { to: 'unknown' }
  /** The message does not say (gpg --hidden-recipient). */
  | { to: 'hidden' }

export interface KnownKey extends KeyDates {
  fingerprint: string
  /** Of the key and its subkeys, 16 hexadecimal digits each. */
  keyIds: readonly string[]
}

/**
 * Whom a message with these key ids is for, judged at the moment it came. One key the project offered then is enough, whoever else
 * can read it.
 */
export function addresseeOf(
  messageKeyIds: readonly string[],
  keys: readonly KnownKey[],
  at: Instant,
): Addressee {
  const known = keys.filter(({ keyIds }) => keyIds.some((id) => messageKeyIds.includes(id)))
  const current = known.find((key) => keyStanding(key, at) === 'usable')
  if (current) return { to: 'current', fingerprint: current.fingerprint }
  const [old] = known
  if (old) return { to: 'expired', fingerprint: old.fingerprint }
  return messageKeyIds.some((id) => /^0+$/.test(id)) ? { to: 'hidden' } : { to: 'unknown' }
}
