import { expect, it } from 'vitest'
import { errorSummary } from './operation'

const secret = 'the parser at depth 9 reads\n    at secret (place:1:1)\nfreed memory'

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

it.each<[string, unknown]>([
  ['a driver', new Error(`Failed query: insert … params: ${secret}`, { cause: new TypeError(secret) })],
  [
    'a database',
    Object.assign(new Error(`invalid input syntax: "${secret}"`), { code: '22P02', severity: 'ERROR' }),
  ],
  ['a parser', thrownBy(() => JSON.parse(secret))],
  ['a calendar', thrownBy(() => new Intl.DateTimeFormat('en', { timeZone: secret }))],
  ['somebody who throws texts', secret],
])('the log says nothing of what %s was given', (_who, error) => {
  for (const part of ['parser at depth', 'secret', 'freed']) expect(errorSummary(error)).not.toContain(part)
})

it('names what failed, where, and in our own words', () => {
  expect(errorSummary(new Error('A case without its project.'))).toMatch(
    /^Error: A case without its project\. at .*operation\.test\.ts/,
  )
  const broken = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'people_email_unique',
  })
  expect(errorSummary(new Error('Failed query', { cause: broken }))).toMatch(
    /^Error 23505 people_email_unique at .*operation\.test\.ts/,
  )
})
