import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { changesChannel } from '@/db/channel'
import type { Tx } from '@/db/connection'
import { caseLookers, people } from '@/db/schema'
import type { Writing } from '@/domain/attention/writing'
import { lookersTold } from '@/domain/live/change'

/** A page says every twenty seconds that it is still there; after this it counts as gone. */
const silenceSeconds = 45

/** Somebody else who has the case before them. */
export interface Looker {
  personId: string
  name: string
  writing: Writing | null
}

const there = sql`${caseLookers.seenAt} > now() - make_interval(secs => ${silenceSeconds})`

/** Who else looks at the case, by name. */
export function lookersOf(tx: Tx, caseId: string, besides: string): Promise<Looker[]> {
  return tx
    .select({ personId: people.id, name: people.name, writing: caseLookers.writing })
    .from(caseLookers)
    .innerJoin(people, eq(people.id, caseLookers.personId))
    .where(and(eq(caseLookers.caseId, caseId), ne(people.id, besides), isNull(people.removedAt), there))
    .orderBy(people.name, people.id)
}

/** Notes that a person looks at a case; the others are told when that is new. One statement. */
export async function noteLooker(
  tx: Tx,
  looker: { caseId: string; personId: string; page: string; writing: Writing | null },
): Promise<void> {
  const { caseId, personId, page, writing } = looker
  await tx.execute(sql`
    with before as (
      select ${caseLookers.writing} as writing from ${caseLookers}
      where ${caseLookers.caseId} = ${caseId} and ${caseLookers.personId} = ${personId} and ${there}
    ), noted as (
      insert into ${caseLookers} (case_id, person_id, page, writing, seen_at)
      values (${caseId}, ${personId}, ${page}, ${writing}, now())
      on conflict (case_id, person_id)
      do update set page = excluded.page, writing = excluded.writing, seen_at = excluded.seen_at
      returning writing
    )
    select pg_notify(${changesChannel}, ${lookersTold(caseId)}) from noted
    where not exists (select from before where before.writing is not distinct from noted.writing)`)
}

/** Notes that a page of a person was closed; pages that were never closed are forgotten on the way. */
export async function forgetLooker(
  tx: Tx,
  looker: { caseId: string; personId: string; page: string },
): Promise<void> {
  const { caseId, personId, page } = looker
  const isIt = and(
    eq(caseLookers.caseId, caseId),
    eq(caseLookers.personId, personId),
    eq(caseLookers.page, page),
  )
  await tx.execute(sql`
    with gone as (delete from ${caseLookers} where ${isIt} returning 1)
    select pg_notify(${changesChannel}, ${lookersTold(caseId)}) from gone`)
  await tx.delete(caseLookers).where(sql`${caseLookers.seenAt} < now() - interval '1 hour'`)
}
