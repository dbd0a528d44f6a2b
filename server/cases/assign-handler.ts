import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { handOver } from '@/domain/cases/hand-over'
import { optionalLongText } from '@/lib/text'
import { allowedBy, conflict } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { holdPerson } from './hold-person'
import { tellPerson, tellReporters } from './notices'
import { recordRuled } from './record-case-event'
import { possibleHandlers } from './team'

/**
 * Makes somebody the primary handler, or hands the case over to them with a note for them alone.
 * `from` is the handler one saw: if it is somebody else by now, nothing changes.
 */
export const assignHandler = caseCommand({
  name: 'cases.assignHandler',
  input: {
    to: z.uuid('Pick a person.'),
    from: z.union([z.uuid(), z.literal('')]).nullish(),
    note: optionalLongText(4000),
  },
  may: 'assign_handler',
  run: async (context, { to, from, note }, found) => {
    if (from !== undefined && (from || null) !== found.case.handlerId)
      throw conflict(
        'Somebody else changed the handler meanwhile. Look who it is now, and pick again if you still want to.',
        {
          handlerId: found.case.handlerId,
        },
      )
    const record = await loadCaseRecord(context, found)
    await holdPerson(context, to, found.case.projectId)
    const team = await possibleHandlers(context, found.case.projectId)
    const event = allowedBy(handOver(record.facts, to, team, context.now))
    await context.tx.update(cases).set({ handlerId: to }).where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event, note)
    const handler = team.find((one) => one.personId === to)
    if (handler) await tellPerson(context, found, handler, 'handler_assigned')
    if (found.case.handlerId && found.case.acknowledgedAt)
      await tellReporters(context, found, record, 'handler_changed')
    return { handlerId: to }
  },
})
