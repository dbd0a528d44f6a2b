import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { and, eq, isNull } from 'drizzle-orm'
import { accounts, people, sessions, verificationTokens } from '@/db/schema'
import { now } from '@/server/kernel/clock'
import { getDatabase } from '@/server/kernel/database'
import { browserOfRequest } from './request-client'
import { endSessionOf, findSession, sessionTokenHash, startSession } from './session-rows'

type Adapter = ReturnType<typeof DrizzleAdapter>

/** A person as next-auth knows them. */
interface AuthUser {
  id: string
  name: string
  email: string
  emailVerified: Date | null
}

/**
 * next-auth's way to our tables: the Drizzle adapter, except that session tokens are stored as hashes only,
 * removed people are not found, and accounts come from invitations, never from signing in.
 */
export async function createAdapter(): Promise<Adapter> {
  const { db, transaction } = await getDatabase()
  // The adapter's types ask for columns of accounts we do not have (emailVerified, image); it never reads them.
  const tables = {
    usersTable: people,
    accountsTable: accounts,
    sessionsTable: sessions,
    verificationTokensTable: verificationTokens,
  }
  const base = DrizzleAdapter(db, tables as unknown as Parameters<typeof DrizzleAdapter<typeof db>>[1])

  const findUser = async (where: ReturnType<typeof eq>): Promise<AuthUser | null> => {
    const columns = { id: people.id, name: people.name, email: people.email }
    const [row] = await db
      .select(columns)
      .from(people)
      .where(and(where, isNull(people.removedAt)))
    return row ? { ...row, emailVerified: null } : null
  }

  return {
    ...base,
    createUser: () => {
      throw new Error('Accounts are made by invitation.')
    },
    getUser: (id) => findUser(eq(people.id, id)),
    getUserByEmail: (email) => findUser(eq(people.email, email.toLowerCase())),
    updateUser: async ({ id }) => {
      const user = await findUser(eq(people.id, id))
      if (!user) throw new Error('Nobody to sign in.')
      return user
    },
    createSession: async (session) => {
      const browser = await browserOfRequest()
      await transaction((tx) =>
        startSession(
          { tx, now: now() },
          {
            token: session.sessionToken,
            personId: session.userId,
            expires: session.expires,
            browser,
            by: 'mail',
          },
        ),
      )
      return session
    },
    getSessionAndUser: async (token) => {
      const row = await findSession(db, token)
      if (!row) return null
      const user: AuthUser = {
        id: row.personId,
        name: row.name,
        email: row.email,
        emailVerified: null,
      }
      return { session: { sessionToken: token, userId: row.personId, expires: row.expires }, user }
    },
    updateSession: async ({ sessionToken, expires }) => {
      await db
        .update(sessions)
        .set({ expires })
        .where(eq(sessions.sessionToken, sessionTokenHash(sessionToken)))
      return null
    },
    deleteSession: (token) => transaction((tx) => endSessionOf({ tx, now: now() }, token)),
  }
}
