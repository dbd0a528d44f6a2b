import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { absences, absenceStandIns } from '@/db/schema'
import { checkAbsence } from '@/domain/people/absence'
import { givenInstant, instantText, zoneText } from '@/server/cases/given-instant'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid, refused } from '@/server/kernel/problem'
import { loadOwnAccount } from './load-account'
import { handledProjects } from './own-absence'
import { personChoice } from './person-choice'

/** Field of the stand-in in one project. */
const standInField = (projectId: string) => `standIn_${projectId}`

/**
 * Says from when until when one is out of office, and who takes what comes meanwhile: `standIn` for all projects, `standIn_<project id>`
 * for one. Whoever is named can handle cases there. Takes the place of an absence set before.
 */
export const setAbsence = command({
  name: 'people.setAbsence',
  input: z
    .object({
      startsAt: instantText,
      startsAtZone: zoneText,
      endsAt: instantText,
      endsAtZone: zoneText,
      standIn: personChoice,
    })
    .catchall(z.unknown()),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, given, { personId }) => {
    const startsAt = givenInstant(given.startsAt, given.startsAtZone, 'startsAt')
    const endsAt = givenInstant(given.endsAt, given.endsAtZone, 'endsAt')
    const checked = checkAbsence({ startsAt, endsAt }, context.now)
    if (!checked.ok) throw invalid({ endsAt: [checked.refusal.reason] })
    const errors: Record<string, string[]> = {}
    const ofProjects: { personId: string; projectId: string; standInId: string }[] = []
    const handled = await handledProjects(context, personId)
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
      errors.standIn = ['Pick somebody who can handle cases of your projects.']
    if (given.standIn === personId) errors.standIn = ['Pick somebody else: you are away.']
    if (Object.keys(errors).length > 0) throw invalid(errors)
    const row = { startsAt, endsAt, standInId: given.standIn }
    await context.tx
      .insert(absences)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: absences.personId, set: row })
    await context.tx.delete(absenceStandIns).where(eq(absenceStandIns.personId, personId))
    if (ofProjects.length > 0) await context.tx.insert(absenceStandIns).values(ofProjects)
    await recordInstanceEvent(context, 'absence_set', { personId, startsAt, endsAt })
    return { startsAt, endsAt }
  },
})

/** One is here again, or does not leave after all. */
export const endAbsence = command({
  name: 'people.endAbsence',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, _input, { personId }) => {
    const ended = await context.tx
      .delete(absences)
      .where(eq(absences.personId, personId))
      .returning({ personId: absences.personId })
    if (ended.length === 0) throw refused('No absence is set.')
    await recordInstanceEvent(context, 'absence_ended', { personId })
  },
})
