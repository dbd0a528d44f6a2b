import { and, eq, isNull } from 'drizzle-orm'
import { people } from '@/db/schema'
import { getDatabase } from '@/server/kernel/database'
import { throttle } from '@/server/kernel/throttle'
import { passwordMatches } from './password-hash'

/** Tries to sign in to one address, from wherever they come. The mail link stays open to its owner meanwhile. */
const perAddress = throttle('sign-in-address', { tries: 10, perSeconds: 15 * 60 })
/** Tries from one client, whichever addresses it names. */
const perClient = throttle('sign-in-client', { tries: 50, perSeconds: 15 * 60 })

/**
 * The person whose address and password these are, or null without saying which of the two was wrong.
 * Takes the same work whether or not the account exists. Throws ProblemError `too_many`.
 */
export async function authenticate(
  given: { address: string; password: string },
  client: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const address = given.address.trim().toLowerCase()
  await perClient.spend(client)
  await perAddress.spend(address)
  const { db } = await getDatabase()
  const columns = { id: people.id, name: people.name, email: people.email, passwordHash: people.passwordHash }
  const [person] = await db
    .select(columns)
    .from(people)
    .where(and(eq(people.email, address), isNull(people.removedAt)))
  const matches = await passwordMatches(person?.passwordHash ?? null, given.password.slice(0, 1024))
  if (!person || !matches) return null
  await perAddress.forget(address)
  return { id: person.id, name: person.name, email: person.email }
}
