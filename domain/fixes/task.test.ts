import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { nextOf, nextTaskDue, taskPromises, type Task } from './task'

const [monday, tuesday, friday] = ['23', '24', '27'].map((day) => toInstant(`2026-11-${day}T09:00Z`)) as [
  ReturnType<typeof toInstant>,
  ReturnType<typeof toInstant>,
  ReturnType<typeof toInstant>,
]
const task = (id: string, dueAt: Task['dueAt'], doneAt: Task['doneAt'] = null): Task => ({
  id,
  dueAt,
  doneAt,
})

describe('tasks', () => {
  it('are due with the first that is open and has a date', () => {
    const tasks = [task('a', friday), task('b', monday, monday), task('c', null), task('d', tuesday)]
    expect(nextTaskDue(tasks)).toBe(tuesday)
    expect(taskPromises(tasks).map(({ reportId }) => reportId)).toEqual(['a', 'd'])
  })

  it('stand in the queue where they come before the next promise, and after it at the same moment', () => {
    const promise = { kind: 'respond' as const, dueAt: tuesday }
    expect(nextOf(promise, [task('a', monday)])).toEqual({ kind: 'task', dueAt: monday })
    expect(nextOf(promise, [task('a', tuesday)])).toEqual(promise)
    expect(nextOf(promise, [task('a', friday)])).toEqual(promise)
    expect(nextOf(null, [task('a', friday)])).toEqual({ kind: 'task', dueAt: friday })
    expect(nextOf(null, [])).toBeNull()
  })
})
