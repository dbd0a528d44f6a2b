import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { inZone, piecesOf } from '@/lib/utc-text'
import type { Context } from '@/server/kernel/context'
import { policyInForce } from '@/server/policies/policy-in-force'

const namesAnInstant = (text: string) => piecesOf(text).length > 1

/** A text for one person: the instants that rules wrote into it in their zone, UTC beside them. One statement, if there are any. */
export async function inZoneOfPerson({ tx }: Context, personId: string, text: string): Promise<string> {
  if (!namesAnInstant(text)) return text
  const [person] = await tx.select({ timeZone: people.timeZone }).from(people).where(eq(people.id, personId))
  return inZone(text, person?.timeZone ?? 'UTC')
}

/** The same for somebody whose zone nobody knows: the zone of the project's calendar; null: in UTC alone. */
export async function inZoneOfProject(
  context: Context,
  projectId: string | null,
  text: string,
): Promise<string> {
  if (projectId === null || !namesAnInstant(text)) return text
  const { terms } = await policyInForce(context, projectId)
  return inZone(text, terms.businessCalendar.timeZone)
}
