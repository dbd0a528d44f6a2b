import { randomUUID } from 'node:crypto'
import { caseTasks } from '@/db/schema'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { ownerAndDue, taskFields, taskPlace } from './task-fields'
import { tellTaskOwner } from './tell-task-owner'

/** Adds something to do on the case, with who does it and until when. */
export const addTask = caseCommand({
  name: 'cases.addTask',
  input: taskFields,
  may: 'work_on_fix',
  run: async (context, input, found) => {
    const taskId = randomUUID()
    const { ownerId, dueAt } = await ownerAndDue(context, found, input)
    await context.tx.insert(caseTasks).values({
      id: taskId,
      caseId: found.case.id,
      text: found.vault.seal(taskPlace(taskId), input.text),
      ownerId,
      dueAt,
      addedBy: actingPerson(context.actor).personId,
      addedAt: context.now,
    })
    await recordCaseEvent(context, found, 'task_added', { taskId, ownerId, dueAt })
    await tellTaskOwner(context, found, { task: taskId, ownerId, before: null })
    return { task: taskId }
  },
})
