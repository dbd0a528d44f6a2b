import { cookies } from 'next/headers'
import { cookieName, cookieOptions } from './cookie-names'

type LinkKind = 'set-up' | 'invitation' | 'my-reports' | 'new-receipt'

const maxAgeSeconds = 60 * 60

/** The secret of the link this browser came with, within the last hour. */
export const linkToken = async (kind: LinkKind): Promise<string | null> =>
  (await cookies()).get(cookieName(kind))?.value || null

/** Forgets the link once it was used. Only in actions. */
export async function forgetLinkToken(kind: LinkKind): Promise<void> {
  ;(await cookies()).set(cookieName(kind), '', cookieOptions(0))
}

/**
 * Takes the secret out of the address: keeps it in a cookie for an hour and sends the browser to the clean page, so that it
 * stays in no history, screenshot or referrer. Says nothing about whether it is right.
 */
export async function receiveLink(kind: LinkKind, token: string): Promise<Response> {
  if (/^[A-Za-z0-9_-]{20,100}$/.test(token))
    (await cookies()).set(cookieName(kind), token, cookieOptions(maxAgeSeconds))
  return new Response(null, {
    status: 303,
    headers: { location: `/${kind}`, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })
}
