import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { caseReadings, eventChains } from '@/db/schema'
import { inline, type Put } from '@/db/statement'

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
 * the few behind the place where they stopped, by the keys of both tables. Written out, because each named column costs the queue.
 */
export const isUnread = (personId: string, put: Put = inline) => sql<boolean>`exists (
  select from (select) as one left join case_readings r on r.case_id = "cases"."id" and r.person_id = ${put('reader', personId)}
  where r.is_kept_unread or exists (
    select from events e where e.chain_id = "cases"."id" and e.position > coalesce(r.read_to, 0)
      and e.actor ->> 'personId' is distinct from ${put('reader', personId)}))`
