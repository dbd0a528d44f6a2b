import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { caseReadings, cases, eventChains, events } from '@/db/schema'

type Reading = { caseId: string; personId: string }
const key = [caseReadings.personId, caseReadings.caseId]

/** Notes that a person has read a case up to that event, and no further than there are any. Never goes back. */
export async function noteReading(tx: Tx, { caseId, personId, readTo }: Reading & { readTo: number }) {
  const length = sql`(select ${eventChains.length} from ${eventChains} where ${eventChains.id} = ${caseId})`
  await tx
    .insert(caseReadings)
    .values({ caseId, personId, readTo: sql`least(${readTo}::int, ${length})` })
    .onConflictDoUpdate({
      target: key,
      set: { readTo: sql`greatest(${caseReadings.readTo}, excluded.read_to)`, isKeptUnread: false },
      setWhere: sql`${caseReadings.readTo} < excluded.read_to or ${caseReadings.isKeptUnread}`,
    })
}

/** Makes a case count as unread until the person opens it again. */
export async function noteUnread(tx: Tx, { caseId, personId }: Reading): Promise<void> {
  await tx
    .insert(caseReadings)
    .values({ caseId, personId, readTo: 0, isKeptUnread: true })
    .onConflictDoUpdate({ target: key, set: { isKeptUnread: true } })
}

/**
 * Whether something happened on the case of a row that this person has not seen and did not do. Derived from the events: looks at
 * the few behind the place where they stopped, by the key of both tables.
 */
export const isUnread = (personId: string) => {
  const own = and(eq(caseReadings.personId, personId), eq(caseReadings.caseId, cases.id))
  return sql<boolean>`(
    coalesce((select ${caseReadings.isKeptUnread} from ${caseReadings} where ${own}), false)
    or exists (select from ${events} where ${events.chainId} = ${cases.id}
      and ${events.position} > coalesce((select ${caseReadings.readTo} from ${caseReadings} where ${own}), 0)
      and ${events.actor} ->> 'personId' is distinct from ${personId}))`
}
