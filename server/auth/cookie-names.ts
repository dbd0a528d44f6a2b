import { environment } from '@/server/kernel/environment'

/** True when people reach the desk over HTTPS: cookies are then marked Secure and bound to the host. */
export const isOverHttps = (): boolean => environment().BASE_URL.startsWith('https:')

/** The name of one of our cookies: `__Host-` makes the browser refuse it from anyone but this very host. */
export const cookieName = (name: string): string => (isOverHttps() ? `__Host-${name}` : name)

/** Out of reach of scripts and of other sites' forms; `maxAgeSeconds` undefined: until the browser closes. */
export const cookieOptions = (maxAgeSeconds?: number) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isOverHttps(), maxAge: maxAgeSeconds }) as const
