import { describe, expect, it } from 'vitest'
import { bound, caseKeys, everywhereKeys, keyGroups, queueKeys } from './key-tables'

describe('the tables of keys', () => {
  it.each(Object.entries(keyGroups))(
    '%s gives each key one meaning, beside those of everywhere',
    (_name, { table }) => {
      const others = table === everywhereKeys ? {} : everywhereKeys
      const keys = Object.values({ ...table, ...others }).flatMap((use) => use.keys as readonly string[])
      expect(keys).toEqual([...new Set(keys)])
      for (const use of Object.values(table))
        expect(('shown' in use ? use.shown : use.keys).length).toBeGreaterThan(0)
    },
  )

  it('use the same letter for the same thing in the queue and on a case', () => {
    for (const use of ['assign', 'claim', 'tag', 'severity'] as const)
      expect(caseKeys[use].keys, use).toEqual(queueKeys[use].keys)
  })

  it('bind what a page gives them, and nothing else', () => {
    const did: string[] = []
    const keys = bound(queueKeys, { next: () => did.push('next'), chooseRange: () => did.push('range') })
    expect(Object.keys(keys)).toEqual(['j', 'X'])
    keys.X?.()
    expect(did).toEqual(['range'])
  })
})
