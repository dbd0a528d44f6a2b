import { expect, it } from 'vitest'
import { channelsOf, teamNews, teamNewsKinds } from './team-news'

const off = { console: false, mail: false }

it.each(teamNewsKinds)('%s: as usual until the person chooses, then as they chose', (kind) => {
  expect(channelsOf(kind, undefined)).toEqual(teamNews[kind].usual)
  expect(channelsOf(kind, off)).toEqual(off)
})

it.each(teamNewsKinds)('%s: every kind is in the console, unless somebody does not want it there', (kind) =>
  expect(teamNews[kind].usual.console).toBe(true),
)

it('a broken promise reaches whoever hears of it last, whatever they chose', () => {
  expect(channelsOf('promise_broken', off, { isLastToHear: true })).toEqual({ console: true, mail: true })
  expect(channelsOf('announced', off, { isLastToHear: true })).toEqual(off)
})
