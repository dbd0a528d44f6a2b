import type { EscalatedClock } from '@/domain/cases/escalation'
import type { Instant } from '@/lib/instant'

/** A thing somebody set out to do on a case, as far as rules read it. */
export interface Task {
  id: string
  dueAt: Instant | null
  doneAt: Instant | null
}

const isOwed = (task: Task): task is Task & { dueAt: Instant } => task.doneAt === null && task.dueAt !== null

/** When the open task that is due first is due; null: none has a date. */
export const nextTaskDue = (tasks: readonly Task[]): Instant | null =>
  tasks
    .filter(isOwed)
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null

/** What the queue sorts by: a promise or a task, whichever is due first; at the same moment the promise. */
export function nextOf<Promised extends { kind: string; dueAt: Instant }>(
  promise: Promised | null,
  tasks: readonly Task[],
): Promised | { kind: 'task'; dueAt: Instant } | null {
  const taskAt = nextTaskDue(tasks)
  if (taskAt === null || (promise !== null && promise.dueAt <= taskAt)) return promise
  return { kind: 'task', dueAt: taskAt }
}

/** Open tasks with a date, as escalating reads promises. They go no further than its first step: leads are not told of somebody's task. */
export const taskPromises = (tasks: readonly Task[]): (EscalatedClock & { kind: 'task' })[] =>
  tasks.filter(isOwed).map(({ id, dueAt }) => ({ kind: 'task', reportId: id, dueAt, status: 'running' }))
