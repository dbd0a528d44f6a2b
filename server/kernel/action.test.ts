import { describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/result'
import { formObject, runForm } from './action'
import type { Operation } from './operation'
import { conflict, invalid, refused, tooMany, type Problem } from './problem'

const form = (...entries: Array<[string, string | File]>) => {
  const made = new FormData()
  for (const [name, value] of entries) made.append(name, value)
  return made
}

const answering = (problem: Problem | null) =>
  Object.assign(async () => (problem ? refuse(problem) : ok({ id: 7 })), {
    operation: { name: 'test.answer', kind: 'command', may: 'come_in' },
  }) as unknown as Operation<never, { id: number }>

describe('formObject', () => {
  it('makes lists of repeated names, keeps files, and leaves out empty ones and React’s own fields', () => {
    const file = new File(['x'], 'proof.txt')
    const given = form(['$ACTION_ID_1', ''], ['title', 'A'], ['line', '1'], ['line', '2'], ['proof', file])
    given.append('none', new File([], ''))
    // What is left of the same once React has sent the form.
    given.append('none', new Blob([]), undefined)
    expect(formObject(given)).toEqual({ title: 'A', line: ['1', '2'], proof: file })
  })

  it('makes a list of a name that always is one, also of none', () => {
    expect(formObject(form(['cwe', 'CWE-79']), ['cwe', 'credit'])).toEqual({ cwe: ['CWE-79'], credit: [] })
  })
})

describe('runForm', () => {
  const typed = form(['title', 'A'], ['password', 'secret'], ['proof', new File(['x'], 'p.txt')])
  const state = (problem: Problem | null) =>
    runForm(answering(problem), { kind: 'anyone' }, typed, { secrets: ['password'] })

  it('gives back everything typed but secrets and files, with the errors by field', async () => {
    const { problem } = invalid({ title: ['Say more.'] })
    expect(await state(problem)).toEqual({
      status: 'invalid',
      values: { title: 'A' },
      fieldErrors: { title: ['Say more.'] },
      message: problem.message,
    })
  })

  it.each([
    [refused('Not yet.', ['A line is open.']).problem, 'Not yet.\nA line is open.'],
    [conflict('Changed by Ana.').problem, 'Changed by Ana.'],
    [tooMany(30).problem, tooMany(30).problem.message],
  ])('says what $code means and loses nothing', async (problem, message) => {
    expect(await state(problem)).toEqual({
      status: 'failed',
      values: { title: 'A' },
      fieldErrors: {},
      message,
    })
  })

  it('comes back empty, with what the command gave, when it worked', async () => {
    expect(await state(null)).toEqual({ status: 'done', values: {}, fieldErrors: {}, data: { id: 7 } })
  })
})
