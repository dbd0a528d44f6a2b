import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseTasks } from '@/db/schema'
import { checkbox } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import type { FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'
import { conflict, notFound } from '@/server/kernel/problem'
import { ownerAndDue, taskFields, taskPlace } from './task-fields'
import { tellTaskOwner } from './tell-task-owner'

const named = { task: z.uuid('Name the task.'), seen: versionSeen() }

/** Changes what a task says, who does it and until when. */
export const changeTask = caseCommand({
  name: 'cases.changeTask',
  input: { ...named, ...taskFields },
  may: 'work_on_fix',
  run: async (context, { task, seen, ...input }, found) => {
    const { ownerId, dueAt } = await ownerAndDue(context, found, input)
    const text = found.vault.seal(taskPlace(task), input.text)
    const before = await ownerOf(context, task)
    await storeTask(context, found, { task, seen }, { text, ownerId, dueAt })
    await recordCaseEvent(context, found, 'task_changed', { taskId: task, ownerId, dueAt })
    await tellTaskOwner(context, found, { task, ownerId, before })
  },
})

/** Says that a task is done, or that it is not. */
export const finishTask = caseCommand({
  name: 'cases.finishTask',
  input: { ...named, isDone: checkbox() },
  may: 'work_on_fix',
  run: async (context, { task, seen, isDone }, found) => {
    const { personId } = actingPerson(context.actor)
    const done = isDone ? { doneAt: context.now, doneBy: personId } : { doneAt: null, doneBy: null }
    await storeTask(context, found, { task, seen }, done)
    await recordCaseEvent(context, found, isDone ? 'task_done' : 'task_reopened', { taskId: task })
  },
})

async function ownerOf({ tx }: Context, task: string): Promise<string | null> {
  const [row] = await tx.select({ ownerId: caseTasks.ownerId }).from(caseTasks).where(eq(caseTasks.id, task))
  return row?.ownerId ?? null
}

/** Stores a change over the version one saw. */
async function storeTask(
  { tx }: Context,
  found: FoundCase,
  { task, seen }: { task: string; seen: number },
  change: Partial<typeof caseTasks.$inferInsert>,
): Promise<void> {
  const here = and(eq(caseTasks.id, task), eq(caseTasks.caseId, found.case.id))
  const changed = await tx
    .update(caseTasks)
    .set({ ...change, version: seen + 1 })
    .where(and(here, eq(caseTasks.version, seen)))
    .returning({ id: caseTasks.id })
  if (changed.length > 0) return
  const [there] = await tx.select({ id: caseTasks.id }).from(caseTasks).where(here)
  throw there
    ? conflict('Somebody else changed this task meanwhile. Look at what stands now, and try again.')
    : notFound()
}
