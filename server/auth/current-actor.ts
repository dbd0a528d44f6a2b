import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/domain/access/actor'
import { getDatabase } from '@/server/kernel/database'
import { cookieName } from './cookie-names'
import { auth } from './next-auth'
import { toPersonActor, type PersonActor } from './person-actor'
import { findSession, sessionMaxAgeSeconds, sessionRenewalSeconds } from './session-rows'

/**
 * Who is signed in, with what a console page shows of them; null: nobody. Asked once per request, and of the database itself:
 * next-auth begins, renews and ends sessions, but its way to one that stands costs each request more than the question does.
 */
export const currentPerson = cache(async () => {
  const token = (await cookies()).get(cookieName('session'))?.value
  if (!token) return null
  const { db } = await getDatabase()
  const session = await findSession(db, token)
  if (!session) return null
  if (isDueForRenewal(session.expires)) await auth()
  const { email, timeZone, sessionId } = session
  return { actor: toPersonActor(session), address: email, timeZone, sessionId }
})

const isDueForRenewal = (expires: Date): boolean =>
  expires.getTime() - Date.now() <= (sessionMaxAgeSeconds - sessionRenewalSeconds) * 1000

/** Who asks: the person of the session, else anyone. Asked anew at each request, so that an ended session ends at once. */
export const currentActor = async (): Promise<Actor> => (await currentPerson())?.actor ?? { kind: 'anyone' }

/** The person of the session; sends everyone else to the sign-in page, and from there back to `path`. */
export async function requirePerson(path: string): Promise<PersonActor> {
  const person = await currentPerson()
  return person?.actor ?? redirect(`/sign-in?to=${encodeURIComponent(path)}`)
}
