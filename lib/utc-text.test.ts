import { describe, expect, it } from 'vitest'
import { inZone, piecesOf, utcText, zonedText } from './utc-text'

const at = '2026-11-28T23:30:00.000Z'

describe('instants inside a sentence', () => {
  it('are found again as they were written', () => {
    expect(piecesOf(`Not before ${utcText(at)}, nor after ${utcText(at)}.`)).toEqual([
      ...['Not before ', { at }, ', nor after ', { at }, '.'],
    ])
    expect(piecesOf('Nothing is due.')).toEqual(['Nothing is due.'])
    expect(piecesOf('99 Nov 2026, 09:00 UTC')).toEqual(['', '99 Nov 2026, 09:00 UTC', ''])
  })

  it('are said in the zone of who reads them, with UTC beside it', () => {
    expect(inZone(`Not before ${utcText(at)}.`, 'Europe/Berlin')).toBe(
      'Not before Sun 29 Nov, 00:30 CET (28 Nov 2026, 23:30 UTC).',
    )
    expect(inZone(`Not before ${utcText(at)}.`, 'UTC')).toBe('Not before 28 Nov 2026, 23:30 UTC.')
    expect(zonedText(at, 'Asia/Tokyo', 'de')).toBe('So., 29. Nov., 08:30 UTC+9 (28 Nov 2026, 23:30 UTC)')
  })

  it('are looked for in a megabyte without delay', () => {
    const before = performance.now()
    expect(piecesOf('1 '.repeat(500_000))).toHaveLength(1)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
