import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { now } from '@/server/kernel/clock'
import { getDatabase } from '@/server/kernel/database'
import { environment } from '@/server/kernel/environment'
import { log } from '@/server/kernel/log'
import { ProblemError } from '@/server/kernel/problem'
import { createAdapter } from './adapter'
import { authenticate } from './authenticate'
import { browserOfRequest, clientOfRequest } from './request-client'
import { cookieName, cookieOptions, isOverHttps } from './cookie-names'
import { consolePath } from './console-path'
import { newSessionToken, sessionMaxAgeSeconds, sessionRenewalSeconds, startSession } from './session-rows'
import { authSecret, signInLinkMaxAgeSeconds } from './sign-in-link'

/** Thrown through next-auth when tries are used up; carries the wait in its code. */
class TooManySignIns extends CredentialsSignin {
  constructor(retryAfterSeconds: number) {
    super()
    this.code = `too_many:${retryAfterSeconds}`
  }
}

const passwordProvider = Credentials({
  id: 'password',
  credentials: { address: {}, password: {} },
  async authorize({ address, password }) {
    if (typeof address !== 'string' || typeof password !== 'string') return null
    try {
      return await authenticate({ address, password }, await clientOfRequest())
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'too_many')
        throw new TooManySignIns(error.problem.retryAfterSeconds)
      throw error
    }
  },
})

/** Only the way back from the link is next-auth's: server/auth/send-sign-in-link.ts writes the mail. */
const mailProvider = {
  id: 'mail',
  type: 'email',
  name: 'Mail',
  maxAge: signInLinkMaxAgeSeconds,
  sendVerificationRequest: () => {
    throw new Error('Sign-in links are sent by server/auth/send-sign-in-link.ts.')
  },
} as const satisfies NextAuthConfig['providers'][number]

/** Made at each use: the build has neither keys nor a database. */
async function authConfig(): Promise<NextAuthConfig> {
  return {
    basePath: '/api/auth',
    trustHost: true,
    secret: authSecret(),
    adapter: await createAdapter(),
    providers: [passwordProvider, mailProvider],
    pages: { signIn: '/sign-in', error: '/sign-in' },
    session: {
      strategy: 'database',
      maxAge: sessionMaxAgeSeconds,
      updateAge: sessionRenewalSeconds,
      generateSessionToken: newSessionToken,
    },
    useSecureCookies: isOverHttps(),
    cookies: { sessionToken: { name: cookieName('session'), options: cookieOptions() } },
    jwt: { encode: ({ token, maxAge }) => encodeSession(token?.sub, maxAge) },
    callbacks: {
      redirect: ({ url }) => new URL(consolePath(url), environment().BASE_URL).href,
    },
    logger: { error: logAuthError, warn: () => undefined, debug: () => undefined },
  }
}

/** With sessions in the database a password sign-in still asks for a token: the one we give is the session's. */
async function encodeSession(
  personId: string | undefined,
  maxAgeSeconds = sessionMaxAgeSeconds,
): Promise<string> {
  if (!personId) throw new Error('Nobody to sign in.')
  const token = newSessionToken()
  const browser = await browserOfRequest()
  const { transaction } = await getDatabase()
  const expires = new Date(Date.now() + maxAgeSeconds * 1000)
  await transaction((tx) =>
    startSession({ tx, now: now() }, { token, personId, expires, browser, by: 'password' }),
  )
  return token
}

/** Wrong passwords and used-up links are daily life; anything else is named, without its contents. */
function logAuthError(error: Error): void {
  const kind = 'type' in error ? String(error.type) : error.name
  if (kind === 'CredentialsSignin' || kind === 'Verification') return
  log('error', 'auth_failed', { kind })
}

export const { handlers, auth, signIn, signOut } = NextAuth(authConfig)
