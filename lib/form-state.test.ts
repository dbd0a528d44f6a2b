import { expect, it } from 'vitest'
import { formValues } from './form-state'

function sent(...pairs: Array<[string, string | File]>): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

it('keeps every text, and several of one name as a list', () => {
  expect(formValues(sent(['title', 'XSS'], ['line', '1.x'], ['line', '2.x'], ['note', '']))).toEqual({
    title: 'XSS',
    line: ['1.x', '2.x'],
    note: '',
  })
})

it('leaves out files, fields of the framework and secrets', () => {
  const form = sent(
    ['$ACTION_1:0', '{}'],
    ['proof', new File(['x'], 'x.txt')],
    ['password', 'p'],
    ['mail', 'm'],
  )
  expect(formValues(form, ['password'])).toEqual({ mail: 'm' })
})
