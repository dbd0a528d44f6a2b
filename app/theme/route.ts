import { NextResponse, type NextRequest } from 'next/server'
import { pathBack } from '@/lib/path-back'
import { themeChoice, themeCookie } from '@/lib/theme-choice'

const yearSeconds = 365 * 24 * 60 * 60

/** Remembers the chosen theme and goes back to the page. */
export async function POST(request: NextRequest): Promise<Response> {
  const form = await request.formData().catch(() => null)
  const choice = themeChoice(form?.get('theme') ?? null)
  // A relative address: behind a reverse proxy this server does not know its own.
  const response = new NextResponse(null, { status: 303, headers: { Location: pathBack(request.headers) } })
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
