import type { NextRequest } from 'next/server'
import { askedLanguage } from '@/domain/languages/asked-language'
import { languageCookie, type Language } from '@/domain/languages/languages'
import { brokenAddressRefusal, foreignOriginRefusal, tooLargeRefusal } from '@/domain/languages/refusals'
import { spoken, type Spoken } from '@/domain/languages/spoken'
import { isTooLarge, maxBodyBytes } from '@/lib/body-limit'
import { isReadableAddress, type Refusal } from '@/lib/refusal-page'
import { isSameOrigin } from '@/lib/same-origin'
import { securityHeaders } from '@/lib/security-headers'

/** What every answer carries, and why a request goes no further. */
interface Threshold {
  /** Fresh for each answer: what its scripts and style elements carry. */
  nonce: string
  language: Language
  /** Every security header. They win over those of the handler. */
  headers: Record<string, string>
  /** Null: it may come in. */
  refusal: Refusal | null
}

type Asked = Pick<NextRequest, 'method' | 'headers' | 'cookies'>

// Feeds, exports, sheets and well-known files: they have a file name and stand outside everything that needs a person.
const privateParts =
  /^\/(?:console|api|case|reports?|my-reports|new-receipt|no-mail|receipt|sign-in|invitation)(?:\/|$)/
/** Whether what stands at that path is a document for everybody, which sets its own caching. */
export const isPublicDocument = (path: string): boolean =>
  path.startsWith('/.well-known/') ||
  (!privateParts.test(path) && /\.(?:asc|atom|css|ico|ics|json|md|png|svg|txt|xml)$/.test(path))

// What reporters sent.
const isStoredFile = (path: string): boolean =>
  /^\/report\/files\/|^\/api\/v1\/cases\/[^/]+\/attachments\//.test(path)

/** What stands before every answer: the headers, and three refusals. Who may do what is asked by the operations, never here. */
export function thresholdOf(request: Asked, path: string): Threshold {
  const { headers, cookies } = request
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const language = askedLanguage({
    path,
    chosen: cookies.get(languageCookie)?.value,
    accepted: headers.get('accept-language'),
  })
  return {
    nonce,
    language,
    headers: securityHeaders({
      nonce,
      https: [process.env.BASE_URL, headers.get('x-forwarded-proto')].some((from) =>
        from?.startsWith('https'),
      ),
      isPublicDocument: isPublicDocument(path),
      isStoredFile: isStoredFile(path),
      isStream: path === '/api/live',
      development: process.env.NODE_ENV === 'development',
    }),
    refusal: refusalOf(request, path, spoken(language)),
  }
}

function refusalOf(request: Asked, path: string, speech: Spoken): Refusal | null {
  if (!isSameOrigin(request)) return foreignOriginRefusal(speech)
  if (isTooLarge(request.headers)) return tooLargeRefusal(speech, maxBodyBytes)
  if (!isReadableAddress(path)) return brokenAddressRefusal(speech)
  return null
}

/** A refusal as `application/problem+json` (RFC 9457), for programs. */
export const refusalProblem = ({ status, title, body }: Refusal, headers: Record<string, string>): Response =>
  new Response(JSON.stringify({ type: 'about:blank', status, title, detail: body.join(' ') }), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  })

/**
 * A handler whose address `proxy.ts` leaves out, because Next copies every body that passes the proxy. It has the same threshold of its own.
 */
export function withThreshold<Context>(
  handle: (request: Request, context: Context) => Response | Promise<Response>,
) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    const { headers, refusal } = thresholdOf(request, request.nextUrl.pathname)
    if (refusal) return refusalProblem(refusal, headers)
    const answer = await handle(request, context)
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
    return answer
  }
}
