import { and, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { absences, absenceStandIns, people } from '@/db/schema'
import { can } from '@/domain/access/can'
import { standInFor, type Absence } from '@/domain/people/absence'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { personColumns, toPersonActor } from '@/server/auth/person-actor'

interface StandIn {
  personId: string
  name: string
  email: string
}

/** That somebody is away, and who takes what comes for them. */
export interface Away {
  until: Instant
  /** null: nobody was named who is here and may. */
  standIn: StandIn | null
}

/** As much of a case as decides whether somebody may stand in on it. */
interface ConcernedCase {
  id: string
  projectId: string
  isRestricted: boolean
}

/** A case, or what else a project has to answer. */
type Concerned = ConcernedCase | { projectId: string }

export interface AbsencesNow {
  awayIds: string[]
  /** null: they are here. A stand-in may do there what a handler may: nobody learns of a case they may not see. */
  awayOn(personId: string, concerned: Concerned): Away | null
}

const standIns = sql<Record<string, string>>`(
  select coalesce(json_object_agg(s.project_id, s.stand_in_id), '{}'::json)
  from ${absenceStandIns} s where s.person_id = ${absences.personId})`

/** Who is away at this moment, in the whole desk. One statement while nobody is. */
export async function absencesNow({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<AbsencesNow> {
  const current: Absence[] = await tx
    .select({
      personId: absences.personId,
      startsAt: absences.startsAt,
      endsAt: absences.endsAt,
      standInId: absences.standInId,
      standInByProject: standIns,
    })
    .from(absences)
    .where(and(lte(absences.startsAt, now), gt(absences.endsAt, now)))
  const named = current.flatMap(({ standInId, standInByProject }) => [
    ...(standInId ? [standInId] : []),
    ...Object.values(standInByProject),
  ])
  const found =
    named.length === 0
      ? []
      : await tx
          .select(personColumns)
          .from(people)
          .where(and(inArray(people.id, [...new Set(named)]), isNull(people.removedAt)))
  return {
    awayIds: current.map(({ personId }) => personId),
    awayOn(personId, concerned) {
      const absence = current.find((one) => one.personId === personId)
      if (!absence) return null
      const standInId = standInFor(
        personId,
        concerned.projectId,
        current,
        (id) => found.some((one) => one.personId === id && mayTake(toPersonActor(one), concerned)),
        now,
      )
      const standIn = found.find((one) => one.personId === standInId)
      return {
        until: absence.endsAt,
        standIn: standIn ? { personId: standIn.personId, name: standIn.name, email: standIn.email } : null,
      }
    },
  }
}

function mayTake(actor: ReturnType<typeof toPersonActor>, concerned: Concerned): boolean {
  if ('id' in concerned) {
    const { id: caseId, projectId, isRestricted } = concerned
    const nobody = { reportIds: [], handlerId: null, advisoryEditorId: null }
    return can(actor, 'take_case', { kind: 'case', projectId, caseId, isRestricted, ...nobody }).allowed
  }
  // Whoever may answer any request there.
  return can(actor, 'answer_request', { kind: 'request', projectId: concerned.projectId, requestId: '' })
    .allowed
}
