import { createHash } from 'node:crypto'
import { vault } from '@/server/kernel/vault'

/** How long a mailed sign-in link works. */
export const signInLinkMaxAgeSeconds = 30 * 60

/** Derived from the master key, so that nobody has to set another secret. */
export const authSecret = (): string => vault().deriveSecret('auth')

/** What is stored of a link's token: the hash next-auth looks for when the link comes back. */
export const signInTokenHash = (token: string): string =>
  createHash('sha256').update(`${token}${authSecret()}`).digest('hex')
