import { NextResponse, type NextRequest } from 'next/server'
import { isTranslated } from './domain/languages/asked-language'
import { languageHeader } from './domain/languages/languages'
import { refusalPage } from './lib/refusal-page'
import { isPublicDocument, refusalProblem, thresholdOf } from './server/kernel/threshold'

/** What stands before every page. */
export function proxy(request: NextRequest): Response {
  const path = request.nextUrl.pathname
  const { nonce, language, headers, refusal } = thresholdOf(request, path)

  if (refusal) {
    // A form sent by script shows plain text in its own error message.
    if (request.headers.has('next-action'))
      return new Response(`${refusal.title}. ${refusal.body.join(' ')}`, {
        status: refusal.status,
        headers: { ...headers, 'Content-Type': 'text/plain' },
      })
    if (path.startsWith('/api/')) return refusalProblem(refusal, headers)
    return new Response(refusalPage(refusal, nonce, language), {
      status: refusal.status,
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

// Next copies every body that passes here. Reports sent by programs, which may come in floods, have the same threshold at their own door
// (app/api/v1/projects/[project]/reports). Anything else under that address, unreadable escapes included, passes here.
export const config = { matcher: '/((?!_next/static/|api/v1/projects/[a-z0-9-]+/reports$).*)' }
