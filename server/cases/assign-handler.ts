import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { handOver } from '@/domain/cases/hand-over'
import { optionalLongText } from '@/lib/text'
import { allowedBy, conflict } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { leaveHandOverNote } from './hand-over-note'
import { holdPerson } from './hold-person'
import { recordRuled } from './record-case-event'
import { possibleHandlers } from './team'
import { tellHandlerChange } from './tell-handler-change'

/**
 * Makes somebody the primary handler, or hands the case over to them with a note for the team alone, which says what is due as well.
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
  run: async (context, { to, from: seen, note }, found) => {
    if (seen !== undefined && (seen || null) !== found.case.handlerId)
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
    const handler = team.find((one) => one.personId === to)
    const before = team.find((one) => one.personId === found.case.handlerId)
    const from = found.case.handlerId === null ? null : (before?.name ?? 'somebody who left')
    const due = await leaveHandOverNote(context, found, record, { from, to: handler?.name ?? '', note })
    await context.tx.update(cases).set({ handlerId: to }).where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event, note)
    await tellHandlerChange(context, found, record, { from: found.case.handlerId, to: handler ?? null, due })
    return { handlerId: to }
  },
})
