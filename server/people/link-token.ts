import { randomBytes } from 'node:crypto'
import { environment } from '@/server/kernel/environment'
import { vault } from '@/server/kernel/vault'

/** A link's secret, its stored hash, and the link itself: shown or mailed once, never stored. */
export function newLink(path: 'invitation' | 'set-up'): { link: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { link: `${environment().BASE_URL}/${path}/${token}`, tokenHash: linkTokenHash(token) }
}

/** What is stored of a link's secret. */
export const linkTokenHash = (token: string): string => vault().keyedHash('invitation', token)
