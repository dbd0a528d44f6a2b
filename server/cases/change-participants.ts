import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { caseParticipants, people } from '@/db/schema'
import { invalid, refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { tellPerson } from './notices'
import { recordCaseEvent } from './record-case-event'
import { teamOf } from './team'

const participantRoles = ['handler', 'collaborator'] as const

/**
 * Puts somebody on the case by name: a handler of the team on a restricted case, or a collaborator of just this case,
 * named by the address of their account.
 */
export const addParticipant = caseCommand({
  name: 'cases.addParticipant',
  input: {
    email: z.string().trim().toLowerCase().pipe(z.email('Write the address of their account.')),
    as: z.enum(participantRoles, { error: 'Choose what they do on the case.' }),
  },
  may: 'manage_participants',
  run: async (context, { email, as }, found) => {
    const [person] = await context.tx
      .select({ id: people.id, name: people.name, email: people.email })
      .from(people)
      .where(and(eq(people.email, email), isNull(people.removedAt)))
      .for('share')
    if (!person)
      throw invalid({ email: ['Nobody here has an account with this address. Invite them first.'] })
    const team = await teamOf(context, found.case.projectId)
    if (as === 'handler' && !team.some((one) => one.personId === person.id && one.role === 'handler'))
      throw invalid({ email: ['They are no handler of this project. Add them as a collaborator instead.'] })
    const added = await context.tx
      .insert(caseParticipants)
      .values({ caseId: found.case.id, personId: person.id, as, since: context.now })
      .onConflictDoNothing()
      .returning({ personId: caseParticipants.personId })
    if (added.length === 0) throw refused('They are on the case already.')
    await recordCaseEvent(context, found, 'participant_added', { personId: person.id, as })
    await tellPerson(context, found, { ...person, personId: person.id }, 'put_on_case')
  },
})

/** Takes somebody off the case. Whoever answers for it stays until it is handed over. */
export const removeParticipant = caseCommand({
  name: 'cases.removeParticipant',
  input: { person: z.uuid('Name the person.') },
  may: 'manage_participants',
  run: async (context, { person }, found) => {
    const removed = await context.tx
      .delete(caseParticipants)
      .where(and(eq(caseParticipants.caseId, found.case.id), eq(caseParticipants.personId, person)))
      .returning({ personId: caseParticipants.personId })
    if (removed.length === 0) throw refused('They are not on the case any more.')
    await recordCaseEvent(context, found, 'participant_removed', { personId: person })
  },
})
