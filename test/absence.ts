import { dayMs, plusMs } from '@/lib/instant'
import type { PersonActor } from '@/server/auth/person-actor'
import { now } from '@/server/kernel/clock'
import { setAbsence } from '@/server/people/set-absence'
import { value } from './team'

/** Somebody is away from now on, for so many days, and this person stands in. */
export async function goesAway(who: PersonActor, standIn: PersonActor | null, days = 10): Promise<void> {
  const until = { startsAt: now(), endsAt: plusMs(now(), days * dayMs) }
  value(await setAbsence(who, { ...until, standIn: standIn?.personId ?? '' }))
}
