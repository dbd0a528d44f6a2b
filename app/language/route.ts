import { NextResponse, type NextRequest } from 'next/server'
import { languageCookie, languageNamed } from '@/domain/languages/languages'
import { pathBack } from '@/lib/path-back'

const yearSeconds = 365 * 24 * 60 * 60

/** Remembers the chosen language and goes back to the page; a language nobody speaks changes nothing. */
export async function POST(request: NextRequest): Promise<Response> {
  const form = await request.formData().catch(() => null)
  const chosen = languageNamed(form?.get('language'))
  // A relative address: behind a reverse proxy this server does not know its own.
  const response = new NextResponse(null, {
    status: 303,
    headers: { Location: pathBack(request.headers) },
  })
  if (chosen)
    response.cookies.set(languageCookie, chosen, {
      path: '/',
      maxAge: yearSeconds,
      sameSite: 'lax',
      httpOnly: true,
    })
  return response
}
