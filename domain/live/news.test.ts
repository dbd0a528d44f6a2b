import { describe, expect, it } from 'vitest'
import { allNews, joinNews, mostNamed, noNews } from './news'

describe('news put together', () => {
  it('names each case once', () => {
    const one = { ...noNews, cases: ['MAR-1'], requests: true, alerts: true }
    expect(joinNews(one, { ...noNews, cases: ['MAR-1', 'MAR-2'], lookers: ['MAR-3'] })).toEqual({
      all: false,
      cases: ['MAR-1', 'MAR-2'],
      lookers: ['MAR-3'],
      requests: true,
      alerts: true,
      notifications: false,
    })
  })

  it('is “everything” rather than long', () => {
    const many = Array.from({ length: mostNamed }, (_, index) => `MAR-${index}`)
    expect(joinNews({ ...noNews, cases: many }, noNews).all).toBe(false)
    expect(joinNews({ ...noNews, cases: many }, { ...noNews, cases: ['PED-1'] })).toEqual(allNews)
  })
})
