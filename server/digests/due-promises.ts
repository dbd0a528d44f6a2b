import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { cases, caseTasks, people } from '@/db/schema'
import { dueOrNever, isOpen } from '@/db/schema/cases'
import { nextDue } from '@/domain/clocks/clock'
import type { DuePromise } from '@/domain/digests/digest-text'
import type { Instant } from '@/lib/instant'
import type { PersonActor } from '@/server/auth/person-actor'
import { loadCaseRecord } from '@/server/cases/case-record'
import { loadCase } from '@/server/cases/load-case'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import type { AbsencesNow } from '@/server/people/absences-now'

/** More than this a mail does not name: who has so many looks at the queue. */
const most = 100

const named = {
  id: cases.id,
  projectId: cases.projectId,
  isRestricted: cases.isRestricted,
  reference: cases.reference,
  handlerId: cases.handlerId,
}

/**
 * What is due before `until` and up to this person: on cases they answer for, tasks of theirs on any case, both of whoever they stand in
 * for, and where nobody answers in the projects they handle. Only of cases they may see.
 */
export async function duePromises(
  context: Context,
  person: PersonActor,
  away: AbsencesNow,
  until: Instant,
): Promise<DuePromise[]> {
  const onCases = await dueOnCases(context, person, away, until)
  const tasks = await dueTasks(context, person, away, until)
  const isSame = (a: DuePromise, b: DuePromise) =>
    a.reference === b.reference && a.kind === b.kind && a.dueAt === b.dueAt
  return [...onCases, ...tasks.filter((task) => !onCases.some((one) => isSame(one, task)))]
}

/** Where this person answers, or somebody who is away, or nobody. */
function answeredBy(person: PersonActor, away: AbsencesNow) {
  const handled = Object.keys(person.roles).filter((id) => person.roles[id] !== 'observer')
  return or(
    inArray(cases.handlerId, [person.personId, ...away.awayIds]),
    and(isNull(cases.handlerId), inArray(cases.projectId, handled)),
  )
}

async function dueOnCases(
  context: Context,
  person: PersonActor,
  away: AbsencesNow,
  until: Instant,
): Promise<DuePromise[]> {
  const rows = await context.tx
    .select({ ...named, kind: cases.nextDueKind, dueAt: cases.nextDueAt, handlerName: people.name })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.handlerId))
    .where(
      and(
        isOpen(cases.stage),
        eq(cases.isHeld, sql`false`),
        lt(cases.nextDueAt, until),
        casesInScope(person),
        answeredBy(person, away),
      ),
    )
    .orderBy(asc(dueOrNever(cases.nextDueAt)), asc(cases.id))
    .limit(most)
  const due: DuePromise[] = []
  for (const { kind, dueAt, handlerId, handlerName, ...row } of rows) {
    if (kind === null || dueAt === null || !isFor(person, away, handlerId, row)) continue
    const insteadOf = handlerId === null || handlerId === person.personId ? null : handlerName
    const of = { reference: row.reference, isUnassigned: handlerId === null, insteadOf }
    due.push({ ...of, kind, dueAt })
    const hidden = kind === 'task' ? await hiddenPromise(context, row.id) : null
    if (hidden !== null && hidden.dueAt < until) due.push({ ...of, ...hidden })
  }
  return due
}

/** Of an earlier task and a promise, the case stores the task alone. */
async function hiddenPromise(
  context: Context,
  caseId: string,
): Promise<Pick<DuePromise, 'kind' | 'dueAt'> | null> {
  const found = await loadCase(context, caseId)
  if (!found) return null
  const { clocks, milestones } = await loadCaseRecord(context, found)
  const promise = nextDue([...clocks, ...milestones])
  return promise && { kind: promise.kind, dueAt: promise.dueAt }
}

/** Tasks of this person and of whoever they stand in for, and those that nobody owns where they answer. */
async function dueTasks(
  { tx }: Context,
  person: PersonActor,
  away: AbsencesNow,
  until: Instant,
): Promise<DuePromise[]> {
  const rows = await tx
    .select({ ...named, dueAt: caseTasks.dueAt, ownerId: caseTasks.ownerId, name: people.name })
    .from(caseTasks)
    .innerJoin(cases, eq(cases.id, caseTasks.caseId))
    .leftJoin(people, eq(people.id, sql`coalesce(${caseTasks.ownerId}, ${cases.handlerId})`))
    .where(
      and(
        isNull(caseTasks.doneAt),
        lt(caseTasks.dueAt, until),
        isOpen(cases.stage),
        eq(cases.isHeld, sql`false`),
        casesInScope(person),
        or(
          inArray(caseTasks.ownerId, [person.personId, ...away.awayIds]),
          and(isNull(caseTasks.ownerId), answeredBy(person, away)),
        ),
      ),
    )
    .orderBy(asc(caseTasks.dueAt), asc(caseTasks.id))
    .limit(most)
  return rows.flatMap(({ reference, dueAt, ownerId, handlerId, name, ...row }) => {
    const whose = ownerId ?? handlerId
    if (dueAt === null || !isFor(person, away, whose, row)) return []
    const insteadOf = whose === null || whose === person.personId ? null : name
    return [{ reference, kind: 'task' as const, dueAt, isUnassigned: whose === null, insteadOf }]
  })
}

/** Whether it is theirs, nobody's, or of somebody who is away and for whom they stand in there, or nobody does and they are the lead. */
const isFor = (
  { personId, roles }: PersonActor,
  away: AbsencesNow,
  whose: string | null,
  on: { id: string; projectId: string; isRestricted: boolean },
): boolean => {
  if (whose === null || whose === personId) return true
  const absence = away.awayOn(whose, on)
  if (absence === null) return false
  return absence.standIn ? absence.standIn.personId === personId : roles[on.projectId] === 'lead'
}
