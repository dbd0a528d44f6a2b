import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { absences, absenceStandIns, people } from '@/db/schema'
import { checkAbsence } from '@/domain/people/absence'
import type { Instant } from '@/lib/instant'
import { givenInstant, instantText, zoneText } from '@/server/cases/given-instant'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid, refused } from '@/server/kernel/problem'
import { handledProjects, reachOf, type Absentee, type Reach } from './handled-projects'
import { personChoice } from './person-choice'

/** Field of the stand-in in one project. */
const standInField = (projectId: string) => `standIn_${projectId}`

/** From when until when, and who takes what comes: `standIn` for all projects, `standIn_<project id>` for one. */
export const absenceFields = {
  startsAt: instantText,
  startsAtZone: zoneText,
  endsAt: instantText,
  endsAtZone: zoneText,
  standIn: personChoice,
}

type Given = z.output<z.ZodObject<typeof absenceFields>> & Record<string, unknown>

/**
 * Sets somebody's absence in place of one that was set before, and records it. Whoever is named can handle cases there. Where the reach
 * of whoever sets it ends, the stand-ins that were named stay.
 */
export async function storeAbsence(
  context: Context,
  person: Absentee,
  given: Given,
): Promise<{ startsAt: Instant; endsAt: Instant }> {
  const { personId } = person
  const reach = reachOf(context.actor, person)
  const startsAt = givenInstant(given.startsAt, given.startsAtZone, 'startsAt')
  const endsAt = givenInstant(given.endsAt, given.endsAtZone, 'endsAt')
  const checked = checkAbsence({ startsAt, endsAt }, context.now)
  if (!checked.ok) throw invalid({ endsAt: [checked.refusal.reason] })
  const ofProjects = await standInsOfProjects(context, person, given, reach)
  await forgetStandIns(context, personId, reach)
  const row = { startsAt, endsAt, ...(reach === null && { standInId: given.standIn }) }
  await context.tx
    .insert(absences)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: absences.personId, set: row })
  if (ofProjects.length > 0) await context.tx.insert(absenceStandIns).values(ofProjects)
  await recordInstanceEvent(context, 'absence_set', { personId, startsAt, endsAt })
  return { startsAt, endsAt }
}

/** They are here again, or do not leave after all; refused where no absence is set. Recorded. */
export async function clearAbsence(context: Context, personId: string): Promise<void> {
  const ended = await context.tx
    .delete(absences)
    .where(eq(absences.personId, personId))
    .returning({ personId: absences.personId })
  if (ended.length === 0) throw refused('No absence is set.')
  await recordInstanceEvent(context, 'absence_ended', { personId })
}

/** Who was chosen in each project; throws invalid, naming the fields. */
async function standInsOfProjects(
  context: Context,
  person: Absentee,
  given: Given,
  reach: Reach,
): Promise<{ personId: string; projectId: string; standInId: string }[]> {
  const { personId } = person
  if (reach !== null && given.standIn !== null)
    throw invalid({
      standIn: ['Only an owner names a stand-in for all projects. Pick one for each of yours.'],
    })
  const errors: Record<string, string[]> = {}
  const ofProjects: { personId: string; projectId: string; standInId: string }[] = []
  const handled = await handledProjects(context, person, reach)
  for (const { id, name, others } of handled) {
    const own = personChoice.safeParse(given[standInField(id)])
    const standInId = own.success ? own.data : null
    const isAble = (standIn: string) => others.some((other) => other.id === standIn)
    if (!own.success || (standInId !== null && !isAble(standInId)))
      errors[standInField(id)] = [`Pick somebody who can handle cases of ${name}.`]
    else if (standInId !== null) ofProjects.push({ personId, projectId: id, standInId })
    else if (given.standIn !== null && !isAble(given.standIn))
      errors[standInField(id)] = [
        `Who stands in for all cannot handle cases of ${name}. Pick somebody who can.`,
      ]
  }
  const isKnown = handled.some(({ others }) => others.some(({ id }) => id === given.standIn))
  // Also where every project names somebody of its own.
  if (given.standIn !== null && !isKnown && Object.keys(errors).length === 0)
    errors.standIn = ['Pick somebody who can handle cases of these projects.']
  if (given.standIn === personId) errors.standIn = ['Pick somebody else: they are away themselves.']
  if (Object.keys(errors).length > 0) throw invalid(errors)
  return ofProjects
}

/** Takes the stand-ins within the reach away, and all of an absence that is over. One who sets it waits for another. */
async function forgetStandIns({ tx, now }: Context, personId: string, reach: Reach): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('no key update')
  const [before] = await tx
    .select({ endsAt: absences.endsAt })
    .from(absences)
    .where(eq(absences.personId, personId))
  if (before && before.endsAt <= now) await tx.delete(absences).where(eq(absences.personId, personId))
  await tx
    .delete(absenceStandIns)
    .where(
      and(
        eq(absenceStandIns.personId, personId),
        reach === null ? undefined : inArray(absenceStandIns.projectId, [...reach]),
      ),
    )
}
