import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import semver from 'semver'
import { isOnLine, lineBounds } from './line-range'

describe('the bounds of a line', () => {
  it.each([
    ['>=2.4.0 <2.5.0', '2.4.0', '2.5.0'],
    ['2.4.x', '2.4.0', '2.5.0'],
    ['~2.4.3', '2.4.3', '2.5.0'],
    ['^2', '2.0.0', '3.0.0'],
    ['>=2.0.0 <3.0.0-0', '2.0.0', '3.0.0'],
    ['>=1.0.0 <=1.9.9', '1.0.0', '1.9.10'],
    ['1.2.3', '1.2.3', '1.2.4'],
    ['*', '0.0.0', null],
    ['>=5', '5.0.0', null],
  ])('%s: from %s to below %s', (range, min, below) => {
    expect(lineBounds(range)).toEqual({ min, below })
  })

  it.each(['two', '>=1 <2 || >=3', '>=3.0.0 <2.0.0', '>=a'])('%s is no line', (range) => {
    expect(lineBounds(range)).toBeNull()
    expect(isOnLine('1.0.0', range)).toBe(false)
  })
})

describe('a version on a line', () => {
  it.each([
    ['2.4.0', true],
    ['2.4.99', true],
    ['2.5.0', false],
    ['2.3.9', false],
    ['2.4.0-beta.1', true],
    ['2.4.8-rc.1', true],
    ['2.5.0-beta.1', false],
    ['2.4.8+build.5', true],
    ['2.4', false],
    ['nonsense', false],
  ])('%s on >=2.4.0 <2.5.0: %s', (version, isOn) => {
    expect(isOnLine(version, '>=2.4.0 <2.5.0')).toBe(isOn)
  })

  it('is where semver says for plain versions, and a pre-release goes where its release goes', () => {
    const number = fc.nat({ max: 6 })
    const version = fc.tuple(number, number, number).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(version, version, version, (a, b, probe) => {
        fc.pre(semver.lt(a, b))
        const range = `>=${a} <${b}`
        expect(isOnLine(probe, range)).toBe(semver.satisfies(probe, range))
        expect(isOnLine(`${probe}-rc.1`, range)).toBe(isOnLine(probe, range))
      }),
    )
  })
})
