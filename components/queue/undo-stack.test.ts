import { describe, expect, it } from 'vitest'
import { UndoStack } from './undo-stack'

const [first, second] = [{ cases: ['MAR-1'] }, { cases: ['MAR-2'] }]

function both() {
  const stack = new UndoStack<{ cases: string[] }>()
  stack.add(first)
  stack.add(second)
  return stack
}

describe('what can be taken back', () => {
  it('is the latest, then the one before, then nothing', () => {
    const stack = both()
    expect([stack.take(), stack.take(), stack.take()]).toEqual([second, first, null])
  })

  it('is each on its own, and once by whichever way', () => {
    const stack = both()
    expect(stack.take(first)).toBe(first)
    expect(stack.take(first)).toBeNull()
    expect(stack.take()).toBe(second)
    expect(stack.take(second)).toBeNull()
  })

  it('is kept for the last twenty alone', () => {
    const stack = new UndoStack<{ n: number }>()
    const all = Array.from({ length: 21 }, (_, n) => ({ n }))
    all.forEach((one) => stack.add(one))
    expect(stack.take(all[0])).toBeNull()
    expect(stack.take(all[1])).toBe(all[1])
  })
})
