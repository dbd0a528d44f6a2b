import { NextResponse, type NextRequest } from 'next/server'
import { askedLanguage, isTranslated } from './domain/languages/asked-language'
import { languageCookie, languageHeader } from './domain/languages/languages'
import { brokenAddressRefusal, foreignOriginRefusal, tooLargeRefusal } from './domain/languages/refusals'
import { spoken } from './domain/languages/spoken'
import { isTooLarge, maxBodyBytes } from './lib/body-limit'
import { isReadableAddress, refusalPage } from './lib/refusal-page'
import { isSameOrigin } from './lib/same-origin'
import { securityHeaders } from './lib/security-headers'

// Feeds, exports, sheets and well-known files: they have a file name and stand outside everything that needs a person.
const privateParts =
  /^\/(?:console|api|case|reports?|my-reports|new-receipt|no-mail|receipt|sign-in|invitation)(?:\/|$)/
const isPublicDocument = (path: string): boolean =>
  path.startsWith('/.well-known/') ||
  (!privateParts.test(path) && /\.(?:asc|atom|css|ico|ics|json|md|png|svg|txt|xml)$/.test(path))

// What reporters sent. The headers set here win over those of the handler.
const isStoredFile = (path: string): boolean =>
  /^\/report\/files\/|^\/api\/v1\/cases\/[^/]+\/attachments\//.test(path)

/** What stands before every page: the headers, and three refusals. Who may do what is asked by the commands, never here. */
export function proxy(request: NextRequest): Response {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const path = request.nextUrl.pathname
  const language = askedLanguage({
    path,
    chosen: request.cookies.get(languageCookie)?.value,
    accepted: request.headers.get('accept-language'),
  })
  const headers = securityHeaders({
    nonce,
    https: [process.env.BASE_URL, request.headers.get('x-forwarded-proto')].some((from) =>
      from?.startsWith('https'),
    ),
    isPublicDocument: isPublicDocument(path),
    isStoredFile: isStoredFile(path),
    isStream: path === '/api/live',
    development: process.env.NODE_ENV === 'development',
  })
  const speech = spoken(language)
  const refusal = !isSameOrigin(request)
    ? foreignOriginRefusal(speech)
    : isTooLarge(request.headers)
      ? tooLargeRefusal(speech, maxBodyBytes)
      : !isReadableAddress(path)
        ? brokenAddressRefusal(speech)
        : null

  if (refusal) {
    const { status, title, body } = refusal
    // A form sent by script shows plain text in its own error message; a program reads problem+json (RFC 9457).
    if (request.headers.has('next-action'))
      return new Response(`${title}. ${body.join(' ')}`, {
        status,
        headers: { ...headers, 'Content-Type': 'text/plain' },
      })
    if (path.startsWith('/api/'))
      return new Response(JSON.stringify({ type: 'about:blank', status, title, detail: body.join(' ') }), {
        status,
        headers: { ...headers, 'Content-Type': 'application/problem+json' },
      })
    return new Response(refusalPage(refusal, nonce, language), {
      status,
      headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    })
  }

  const passedOn = new Headers(request.headers)
  passedOn.set('x-nonce', nonce)
  passedOn.set(languageHeader, language)
  passedOn.set('content-security-policy', headers['Content-Security-Policy']!)
  const response = NextResponse.next({ request: { headers: passedOn } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  // No `Vary`: Next replaces it with its own, and what is never stored needs none.
  if (isTranslated(path) && !isPublicDocument(path)) response.headers.set('Content-Language', language)
  return response
}

export const config = { matcher: '/((?!_next/static/).*)' }
