import { z } from 'zod'
import { optionalShortText, shortText } from '@/lib/text'
import type { Instant } from '@/lib/instant'
import { givenInstant, zoneText } from '@/server/cases/given-instant'
import type { FoundCase } from '@/server/cases/load-case'
import { possibleHandlers } from '@/server/cases/team'
import { whoMay } from '@/server/cases/who-may'
import type { Context } from '@/server/kernel/context'
import { invalid } from '@/server/kernel/problem'

/** What a person says about a task. */
export const taskFields = {
  text: shortText(500, 'Say what there is to do.'),
  owner: z
    .union([z.literal('').transform(() => null), z.uuid('Choose somebody of the team.')])
    .nullish()
    .transform((owner) => owner ?? null),
  due: optionalShortText(40),
  dueZone: zoneText,
}

/** Where the text of a task is sealed. */
export const taskPlace = (taskId: string) => ({ table: 'case_tasks', row: taskId, column: 'text' })

/** The owner, who must be of the team and see the case, and the due instant, as they are stored. */
export async function ownerAndDue(
  context: Context,
  found: FoundCase,
  input: { owner: string | null; due: string | null; dueZone: string | null },
): Promise<{ ownerId: string | null; dueAt: Instant | null }> {
  const { owner, due, dueZone } = input
  if (owner !== null) {
    const team = await possibleHandlers(context, found.case.projectId)
    if (!team.some(({ personId, role }) => personId === owner && role !== 'observer'))
      throw invalid({ owner: ['Choose a handler or a lead of the team.'] })
    if ((await whoMay(context, 'view_case', found.case, [{ personId: owner }])).length === 0)
      throw invalid({
        owner: [
          'They may not see this case: it is restricted. Put them on it first, or choose somebody else.',
        ],
      })
  }
  return { ownerId: owner, dueAt: due === null ? null : givenInstant(due, dueZone, 'due') }
}
