const base = 'https://desk.invalid'

/**
 * Where to go after signing in: a path of this site's console (or an open invitation), never another site.
 * Anything else, `//elsewhere.example` and `/\elsewhere.example` included, becomes the console's first page.
 */
export function consolePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, base)) return '/console'
  const { origin, pathname, search } = new URL(wanted, base)
  const isOurs = wanted.startsWith('/') && origin === base
  return isOurs && /^\/(console|invitation)(\/|$)/.test(pathname) ? `${pathname}${search}` : '/console'
}
