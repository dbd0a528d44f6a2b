const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

type RequestFacts = { method: string; headers: Pick<Headers, 'get'> }

/**
 * True when a request may change something: safe methods, a browser that vouches for its own site, an Origin equal to our
 * host, or no browser at all (no Origin and no Sec-Fetch-Site, as from curl, a webhook or a mail client's one-click unsubscribe).
 * A browser sends Origin with every POST, so a foreign page cannot look like the last kind.
 */
export function isSameOrigin({ method, headers }: RequestFacts): boolean {
  if (safeMethods.has(method)) return true
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim()]
  return hosts.some((host) => host && URL.canParse(origin) && new URL(origin).host === host)
}
