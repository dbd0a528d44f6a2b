import { NextResponse, type NextRequest } from 'next/server'
import { themeChoice, themeCookie } from '@/lib/theme-choice'

const yearSeconds = 365 * 24 * 60 * 60

/** Path of our own page a form was sent from; the start page when the browser does not say. */
function pathBack(request: NextRequest): string {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === request.headers.get('host') ? `/${pathname.replace(/^\/+/, '')}${search}` : '/'
}

/** Remembers the chosen theme and goes back to the page. */
export async function POST(request: NextRequest): Promise<Response> {
  const form = await request.formData().catch(() => null)
  const choice = themeChoice(form?.get('theme') ?? null)
  // A relative address: behind a reverse proxy this server does not know its own.
  const response = new NextResponse(null, { status: 303, headers: { Location: pathBack(request) } })
  if (choice === 'system') response.cookies.delete(themeCookie)
  else
    response.cookies.set(themeCookie, choice, {
      path: '/',
      maxAge: yearSeconds,
      sameSite: 'lax',
      httpOnly: true,
    })
  return response
}
