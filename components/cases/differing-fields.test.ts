import { describe, expect, it } from 'vitest'
import { differingFields, mergedFields, type FieldValue } from './differing-fields'

const fields = (version: string, link: string, reason = ''): FieldValue[] => [
  { name: 'version', label: 'First affected version', value: version },
  { name: 'link', label: 'Link to the fix', value: link },
  { name: 'reason', label: 'Reason', value: reason, inWords: (value) => value.toUpperCase() },
]
const opened = fields('1.2.0', '')

describe('differingFields', () => {
  it.each<[string, FieldValue[], Record<string, string>, string[]]>([
    ['nothing', opened, { version: '1.2.0', link: '' }, []],
    ['what only they changed', fields('1.2.0', 'https://fix'), { version: '1.2.0', link: '' }, ['link them']],
    [
      'different fields of both',
      fields('1.2.0', 'https://fix'),
      { version: '1.2.4', link: '' },
      ['version me', 'link them'],
    ],
    ['the same field of both', fields('1.2.2', ''), { version: '1.2.4', link: '' }, ['version both']],
    ['the same change of both', fields('1.2.4', ''), { version: '1.2.4', link: '' }, []],
    ['a field the form does not show', fields('1.2.0', '', 'why'), { version: '1.2.0' }, ['reason them']],
  ])('names %s', (_name, current, typed, expected) => {
    const found = differingFields(opened, current, typed)
    expect(found.map(({ name, changedBy }) => `${name} ${changedBy}`)).toEqual(expected)
  })

  it('says both values, choices in words', () => {
    expect(differingFields(opened, fields('1.2.0', '', 'late'), { reason: 'soon' })).toEqual([
      { name: 'reason', label: 'Reason', theirs: 'LATE', mine: 'SOON', changedBy: 'both' },
    ])
  })
})

describe('mergedFields', () => {
  it('takes over what only they changed, and keeps mine where both did', () => {
    const typed = { version: '1.2.4', link: '', reason: 'mine' }
    expect(mergedFields(opened, fields('1.2.2', 'https://fix', ''), typed)).toEqual({
      version: '1.2.4',
      link: 'https://fix',
      reason: 'mine',
    })
  })
})
