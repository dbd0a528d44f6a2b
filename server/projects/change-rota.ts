import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { mostDaysPerTurn, mostTurns, type Rota } from '@/domain/people/rota'
import { versionSeen } from '@/lib/version-seen'
import { teamOf } from '@/server/cases/team'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, invalid } from '@/server/kernel/problem'
import { personChoice } from '@/server/people/person-choice'
import { loadProject, projectName } from './load-project'

type TurnField = `turn${number}`
const turnFields = Array.from({ length: mostTurns }, (_, index): TurnField => `turn${index + 1}`)
const turns = Object.fromEntries(turnFields.map((name) => [name, personChoice])) as Record<
  TurnField,
  typeof personChoice
>

/** Says who is on duty when: `turn1` to `turn12` name people in their order; without any there is no rota. */
export const changeRota = command({
  name: 'projects.changeRota',
  input: z
    .object({
      project: projectName,
      version: versionSeen(),
      startsOn: z.union([
        z.literal(''),
        z.iso
          .date('Write the first day, such as 2026-11-30.')
          .regex(/^20\d\d/, 'Write a day of this century, such as 2026-11-30.'),
      ]),
      daysPerTurn: z.coerce
        .number('Write how many days each turn lasts.')
        .int('Write whole days.')
        .min(1, 'A turn lasts a day at least.')
        .max(mostDaysPerTurn, `A turn lasts ${mostDaysPerTurn} days at most.`),
    })
    .extend(turns),
  may: 'manage_team',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, given, { project }) => {
    const chosen = turnFields.flatMap((name) => {
      const personId = given[name]
      return personId ? [{ name, personId }] : []
    })
    const able = (await teamOf(context, project.id)).filter(({ role }) => role !== 'observer')
    const errors: Record<string, string[]> = {}
    for (const [index, { name, personId }] of chosen.entries())
      if (!able.some((one) => one.personId === personId))
        errors[name] = ['Pick somebody of the team who can answer for a case.']
      else if (chosen.findIndex((one) => one.personId === personId) < index)
        errors[name] = ['Each person has one turn in a round. Pick somebody else, or leave it empty.']
    if (chosen.length > 0 && given.startsOn === '')
      errors.startsOn = ['Say on which day the first turn begins.']
    if (Object.keys(errors).length > 0) throw invalid(errors)

    const rota: Rota | null =
      chosen.length === 0
        ? null
        : {
            personIds: chosen.map(({ personId }) => personId),
            startsOn: given.startsOn,
            daysPerTurn: given.daysPerTurn,
          }
    const [changed] = await context.tx
      .update(projects)
      .set({ rota, version: sql`${projects.version} + 1` })
      .where(and(eq(projects.id, project.id), eq(projects.version, given.version)))
      .returning({ version: projects.version })
    if (!changed)
      throw conflict(
        'Somebody else changed this project while you were choosing. Nothing was saved; what you chose is still here.',
        {
          version: project.version,
          names: (project.rota?.personIds ?? []).flatMap((id) => nameOf(able, id)),
        },
      )
    await recordInstanceEvent(context, 'rota_changed', {
      projectId: project.id,
      personIds: rota?.personIds ?? [],
    })
    return changed
  },
})

const nameOf = (people: readonly { personId: string; name: string }[], id: string): string[] =>
  people.flatMap(({ personId, name }) => (personId === id ? [name] : []))
