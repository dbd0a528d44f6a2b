import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/domain/access/actor'
import { signedInUser } from './next-auth'
import type { PersonActor } from './person-actor'

/** Who is signed in, with what a console page shows of them; null: nobody. Asked once per request. */
export const currentPerson = cache(async () => {
  const user = await signedInUser()
  if (!user) return null
  return { actor: user.actor, address: user.email, timeZone: user.timeZone, sessionId: user.sessionId }
})

/** Who asks: the person of the session, else anyone. Asked anew at each request, so that an ended session ends at once. */
export const currentActor = async (): Promise<Actor> => (await currentPerson())?.actor ?? { kind: 'anyone' }

/** The person of the session; sends everyone else to the sign-in page, and from there back to `path`. */
export async function requirePerson(path: string): Promise<PersonActor> {
  const person = await currentPerson()
  return person?.actor ?? redirect(`/sign-in?to=${encodeURIComponent(path)}`)
}
