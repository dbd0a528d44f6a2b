import { describe, expect, it } from 'vitest'
import { checkSeverityChange } from './change'
import { classifySeverity } from './classify'
import { cweIdSchema, cweUrl, isCweId } from './cwe'
import { ratingOfScore } from './rating'
import { severitySchema, type Severity } from './severity'

const high40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'
const medium31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'

describe('the rating of a score', () => {
  it.each([
    [0, 'none'],
    [0.1, 'low'],
    [3.9, 'low'],
    [4, 'medium'],
    [6.9, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
    [10, 'critical'],
  ])('%d is %s', (score, rating) => {
    expect(ratingOfScore(score)).toBe(rating)
  })
})

describe('a severity', () => {
  it('takes its rating from the newer version when both vectors are given', () => {
    const severity = classifySeverity({
      vectors: [medium31, high40],
      ratingAlone: null,
      cwes: ['CWE-79', 'CWE-79'],
    })
    expect(severity).toMatchObject({
      ok: true,
      value: {
        rating: 'high',
        cvss: [
          { version: '4.0', score: 8.7 },
          { version: '3.1', score: 6.1 },
        ],
        cwes: ['CWE-79'],
      },
    })
    expect(severity.ok && severitySchema.parse(severity.value)).toEqual(severity.ok && severity.value)
  })

  it('may be a rating alone', () => {
    expect(classifySeverity({ vectors: [], ratingAlone: 'high', cwes: [] })).toEqual({
      ok: true,
      value: { rating: 'high', cvss: [], cwes: [] },
    })
  })

  it.each([
    ['nothing_given', { vectors: [], ratingAlone: null, cwes: [] }],
    ['rating_and_vector', { vectors: [high40], ratingAlone: 'low' as const, cwes: [] }],
    ['two_of_a_version', { vectors: [high40, high40], ratingAlone: null, cwes: [] }],
    ['vector', { vectors: ['CVSS:4.0/AV:N'], ratingAlone: null, cwes: [] }],
    ['cwe', { vectors: [high40], ratingAlone: null, cwes: ['79'] }],
  ])('is refused: %s', (code, entered) => {
    expect(classifySeverity(entered)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('changing the severity', () => {
  const current: Severity = { rating: 'high', cvss: [], cwes: ['CWE-79', 'CWE-80'] }
  const next: Severity = { ...current, rating: 'medium' }

  it.each([
    ['before confirmation, without a reason', { isConfirmed: false, current, next, reason: null }, true],
    ['after confirmation, without a reason', { isConfirmed: true, current, next, reason: null }, false],
    ['after confirmation, with a blank reason', { isConfirmed: true, current, next, reason: '  ' }, false],
    [
      'after confirmation, with a reason',
      { isConfirmed: true, current, next, reason: 'Needs an account.' },
      true,
    ],
    [
      'for the first time, after confirmation',
      { isConfirmed: true, current: null, next, reason: null },
      true,
    ],
    [
      'to the same, weaknesses in another order',
      { isConfirmed: true, current, next: { ...current, cwes: ['CWE-80', 'CWE-79'] }, reason: null },
      true,
    ],
    [
      'of a weakness only',
      { isConfirmed: true, current, next: { ...current, cwes: ['CWE-79'] }, reason: null },
      false,
    ],
  ])('%s', (_, change, allowed) => {
    expect(checkSeverityChange(change).ok).toBe(allowed)
  })
})

describe('a weakness id', () => {
  it.each([
    ['CWE-79', true],
    ['CWE-1426', true],
    ['cwe-79', false],
    ['CWE-079', false],
    ['CWE-', false],
    ['CWE-79 ', false],
    ['CVE-2026-1', false],
  ])('%s: %s', (text, shaped) => {
    expect(isCweId(text)).toBe(shaped)
  })

  it('is tidied when a person types it, and links to the catalogue', () => {
    expect(cweIdSchema.parse(' cwe-79 ')).toBe('CWE-79')
    expect(cweUrl('CWE-79')).toBe('https://cwe.mitre.org/data/definitions/79.html')
  })
})
