import { AuthError } from 'next-auth'
import { randomUUID } from 'node:crypto'
import { log } from '@/server/kernel/log'
import { tooMany, type Problem } from '@/server/kernel/problem'
import { handlers, signIn } from './next-auth'

/** Signs this browser in. The problem says the same whether the account does not exist or the password is wrong. */
export async function signInWith(address: string, password: string): Promise<Problem | null> {
  try {
    await signIn('password', { address, password, redirect: false, redirectTo: '/console' })
    return null
  } catch (error) {
    if (!(error instanceof AuthError)) throw error
    if (error.type === 'CredentialsSignin') return refusal('code' in error ? String(error.code) : '')
    const id = randomUUID().slice(0, 8)
    log('error', 'sign_in_failed', { id, kind: error.type })
    return {
      code: 'failed',
      message: `Something went wrong on our side (number ${id}), not with your password. Try again.`,
      id,
    }
  }
}

function refusal(code: string): Problem {
  const [kind, seconds] = code.split(':')
  if (kind === 'too_many') return tooMany(Number(seconds)).problem
  return {
    code: 'refused',
    message: 'Address and password do not fit together. Check both; capital letters in the password count.',
    reasons: [],
  }
}

/** The way back from a mailed link: signs in, or goes to the sign-in page with the reason. */
export async function returnFromMail(request: Request): Promise<Response> {
  const answer = await handlers.GET(request as Parameters<typeof handlers.GET>[0])
  const location = answer.headers.get('location')
  if (!location) return answer
  // next-auth names the host it was reached at, which behind a proxy is not the one people use.
  const { pathname, search } = new URL(location)
  const headers = new Headers(answer.headers)
  headers.set('location', `${pathname}${search}`)
  headers.set('cache-control', 'no-store')
  return new Response(null, { status: 303, headers })
}
