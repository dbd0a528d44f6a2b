import { expect, it } from 'vitest'
import { durationsIn } from './durations'

const spans = (text: string) =>
  durationsIn(text).map(
    ({ hours, counting, isExact }) =>
      `${hours}${counting === 'business' ? ' business' : ''}${isExact ? '' : '?'}`,
  )

it.each([
  ['ninety-six hours', ['96']],
  ['thirty six hours', ['36']],
  ['twenty-one days', ['504']],
  ['one hundred and twenty days', ['2880']],
  ['a hundred and twenty days', ['2880']],
  ['one hundred twenty days', ['2880']],
  ['a hundred days', ['2400']],
  ['two hundred days', ['4800']],
  ['one hundred eighty-three days', ['4392']],
  ['eighteen hours', ['18']],
  ['thirteen to nineteen hours', ['19']],
  ['twenty to thirty days', ['720']],
  ['thirty-sixty days', ['1440']],
  ['5 (five) business days', ['120 business']],
  ['five (5) business days', ['120 business']],
  ['five (5) to ten (10) days', ['240']],
  ['five (3) days', ['120?']],
  ['24h-48h', ['48']],
  ['24h–48h', ['48']],
  ['24 hours to 48 hours', ['48']],
  ['between 24 hours and 48 hours', ['48']],
  ['between 3 and 5 business days', ['120 business']],
  ['two-three business days', ['72 business']],
  ['5 days to 2 weeks', ['336']],
  ['2 US business days', ['48 business']],
  ['three German working days', ['72 business']],
  ['2 BD', ['48 business']],
  ['half a day', ['12']],
  ['half a business day', ['12 business']],
  ['one and a half days', ['36']],
  ['1.5 days', ['36']],
  ['a couple of days', ['48?']],
  ['a 90-day embargo', ['2160']],
  ['72 hours (weekends excluded)', ['72 business']],
  ['48 hours, Monday to Friday', ['48 business']],
  ['7, 30 and 90 days', ['2160?']],
  ['30/60/90 days', ['2160?']],
  ['every week', ['168']],
  ['every other week', ['336']],
  ['every two weeks', ['336']],
  ['once a week', ['168']],
  ['24 hours a day, 7 days a week', []],
  ['three times a week', []],
  ['1,500 hours', []],
  ['a few days', []],
  ['several weeks', []],
  ['a dozen days', []],
  ['sha-256 days', []],
  ['zwei Werktagen', ['48 business']],
  ['48 Stunden', ['48']],
])('%s', (text, expected) => {
  expect(spans(text)).toEqual(expected)
})
