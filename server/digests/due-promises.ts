import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { cases, people } from '@/db/schema'
import { dueOrNever, isOpen } from '@/db/schema/cases'
import type { DuePromise } from '@/domain/digests/digest-text'
import type { Instant } from '@/lib/instant'
import type { PersonActor } from '@/server/auth/person-actor'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import type { AbsencesNow } from '@/server/people/absences-now'
import { sql } from 'drizzle-orm'

/** More than this a mail does not name: who has so many looks at the queue. */
const most = 100

/**
 * What is due before `until` and up to this person: on cases they answer for, on those of whoever they stand in for, and where nobody
 * answers in the projects they handle. Only of cases they may see.
 */
export async function duePromises(
  { tx }: Pick<Context, 'tx'>,
  person: PersonActor,
  away: AbsencesNow,
  until: Instant,
): Promise<DuePromise[]> {
  const { personId, roles } = person
  const handled = Object.keys(roles).filter((id) => roles[id] !== 'observer')
  const rows = await tx
    .select({
      id: cases.id,
      projectId: cases.projectId,
      isRestricted: cases.isRestricted,
      reference: cases.reference,
      kind: cases.nextDueKind,
      dueAt: cases.nextDueAt,
      handlerId: cases.handlerId,
      handlerName: people.name,
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.handlerId))
    .where(
      and(
        isOpen(cases.stage),
        eq(cases.isHeld, sql`false`),
        lt(cases.nextDueAt, until),
        casesInScope(person),
        or(
          inArray(cases.handlerId, [personId, ...away.awayIds]),
          and(isNull(cases.handlerId), inArray(cases.projectId, handled)),
        ),
      ),
    )
    .orderBy(asc(dueOrNever(cases.nextDueAt)), asc(cases.id))
    .limit(most)
  return rows.flatMap(({ reference, kind, dueAt, handlerId, handlerName, ...row }) => {
    if (kind === null || dueAt === null) return []
    const isTheirs = handlerId === null || handlerId === personId
    if (!isTheirs && away.awayOn(handlerId, row)?.standIn?.personId !== personId) return []
    return [
      { reference, kind, dueAt, isUnassigned: handlerId === null, insteadOf: isTheirs ? null : handlerName },
    ]
  })
}
