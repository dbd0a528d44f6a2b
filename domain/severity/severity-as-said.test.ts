import { describe, expect, it } from 'vitest'
import { severityAsSaid } from './severity-as-said'

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

describe('severityAsSaid', () => {
  it.each([
    ['a vector', { vector, rating: 'high' as const }, 'critical', 1],
    ['a vector that cannot be read', { vector: 'CVSS:3.0/AV:N', rating: 'high' as const }, 'high', 0],
    ['a rating', { vector: null, rating: 'low' as const }, 'low', 0],
  ])('reads %s', (_name, said, rating, vectors) => {
    const severity = severityAsSaid({ ...said, cwes: ['CWE-22'] })
    expect(severity).toMatchObject({ rating, cwes: ['CWE-22'] })
    expect(severity?.cvss).toHaveLength(vectors)
  })

  it('is nothing where neither is said', () => {
    expect(severityAsSaid({ vector: null, rating: null, cwes: ['CWE-22'] })).toBeNull()
  })
})
