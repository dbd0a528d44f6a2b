import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { undoAssignment as undo } from '@/domain/cases/undo-assignment'
import { allowedBy } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { holdPerson } from './hold-person'
import { recordRuled } from './record-case-event'
import { possibleHandlers } from './team'
import { tellHandlerChange } from './tell-handler-change'

/** Takes an assignment back, unless something came between: `to` was made the handler, `from` answered before. */
export const undoAssignment = caseCommand({
  name: 'cases.undoAssignment',
  input: {
    to: z.uuid('Say whose assignment is taken back.'),
    from: z.union([z.uuid(), z.literal('')]),
  },
  may: 'assign_handler',
  run: async (context, { to, from }, found) => {
    const record = await loadCaseRecord(context, found)
    if (from !== '') await holdPerson(context, from, found.case.projectId)
    const team = await possibleHandlers(context, found.case.projectId)
    const event = allowedBy(undo(record, { to, from: from || null }, team, context.now))
    await context.tx
      .update(cases)
      .set({ handlerId: from || null })
      .where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event)
    const before = team.find(({ personId }) => personId === from)
    await tellHandlerChange(context, found, record, { from: to, to: before ?? null })
    return { reference: found.case.reference, handlerId: from || null }
  },
})
