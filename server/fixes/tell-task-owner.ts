import type { FoundCase } from '@/server/cases/load-case'
import { tellPerson } from '@/server/cases/notices'
import { possibleHandlers } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'

/** Tells whoever a task is given to, unless they had it already. */
export async function tellTaskOwner(
  context: Context,
  found: FoundCase,
  { task, ownerId, before }: { task: string; ownerId: string | null; before: string | null },
): Promise<void> {
  if (ownerId === null || ownerId === before) return
  const team = await possibleHandlers(context, found.case.projectId)
  const owner = team.find(({ personId }) => personId === ownerId)
  if (owner) await tellPerson(context, found, owner, 'task_given', { about: `${task}:${context.now}` })
}
