import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { cases, events, memberships, people } from '@/db/schema'
import { isOpen } from '@/db/schema/cases'
import { stuckAfterDays, type StuckCase } from '@/domain/digests/digest-text'
import { dayMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { PersonActor } from '@/server/auth/person-actor'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'

const most = 100

// Only what the team did: a reporter who asks again, and the desk that reminds, move nothing.
const lastMovedAt = sql<Instant>`coalesce((
  select max(one.at) from ${events} one
  where one.chain_id = ${cases.id} and one.actor->>'kind' = 'person'), ${cases.receivedAt})`

/** Open cases of the projects somebody leads that are stuck; a project without a lead has its owners. One statement. */
export async function stuckCases(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  person: PersonActor,
): Promise<StuckCase[]> {
  const led = Object.keys(person.roles).filter((id) => person.roles[id] === 'lead')
  const leaderless = sql`not exists (
    select from ${memberships} m join ${people} p on p.id = m.person_id
    where m.project_id = ${cases.projectId} and m.role = 'lead' and p.removed_at is null)`
  const before = plusMs(now, -stuckAfterDays * dayMs)
  const rows = await tx
    .select({
      reference: cases.reference,
      isHeld: cases.isHeld,
      waits: cases.waitsForReporter,
      receivedAt: cases.receivedAt,
      lastMovedAt,
    })
    .from(cases)
    .where(
      and(
        isOpen(cases.stage),
        casesInScope(person),
        or(inArray(cases.projectId, led), person.isOwner ? leaderless : undefined),
        or(
          eq(cases.isHeld, sql`true`),
          eq(cases.waitsForReporter, sql`true`),
          sql`${lastMovedAt} < ${before}::timestamptz`,
        ),
      ),
    )
    .orderBy(asc(cases.receivedAt), asc(cases.id))
    .limit(most)
  return rows.map(({ reference, isHeld, waits, receivedAt, lastMovedAt: moved }) => ({
    reference,
    why: isHeld ? 'held' : waits ? 'waits_for_reporter' : 'not_moved',
    since: isHeld ? receivedAt : toInstant(moved),
  }))
}
