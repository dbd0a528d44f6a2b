import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { overlappingLine } from './line-overlap'
import { canonicalPackage, namedPackage, packageUrls } from './package-url'
import { projectSlug, slugOf } from './project-name'
import { supportDates, supportInstants } from './support-dates'
import { supportState } from './support-state'

describe('slugOf', () => {
  it.each([
    ['Art of Tech', 'art-of-tech'],
    ['  Märmotte & Co. ', 'marmotte-co'],
    ['雪', ''],
  ])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('makes a slug that is accepted, or one too short or reserved', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (name) => {
        const slug = slugOf(name)
        const accepted = projectSlug.safeParse(slug).success
        expect(accepted || slug.length < 2 || ['new', 'api'].includes(slug)).toBe(true)
      }),
    )
  })
})

describe('package URLs', () => {
  it.each([
    ['pkg:npm/@marmotte/core', 'pkg:npm/%40marmotte/core'],
    ['pkg:PyPI/Pedro_Toolbox', 'pkg:pypi/pedro-toolbox'],
    ['pkg:npm/core@1.0.0', null],
    ['pkg:npm/core?arch=x', null],
    ['pkg:npm/core#lib', null],
    ['core', null],
  ])('%s is canonically %s', (text, canonical) => expect(canonicalPackage(text)).toBe(canonical))

  it('reads one on each line, each once', () => {
    expect(packageUrls.parse(' pkg:npm/a\n\npkg:npm/b\npkg:npm/a ')).toEqual(['pkg:npm/a', 'pkg:npm/b'])
    expect(packageUrls.safeParse('pkg:npm/a\nleft-pad').success).toBe(false)
  })

  it('names a package as its ecosystem does', () => {
    expect(namedPackage('pkg:npm/%40marmotte/core')).toMatchObject({
      ecosystem: 'npm',
      name: '@marmotte/core',
    })
    expect(namedPackage('nothing')).toBeNull()
  })
})

describe('overlappingLine', () => {
  const line = (name: string, range: string, isDevelopment = false) => ({ name, range, isDevelopment })
  const lines = [line('2.x', '2.x'), line('1.4.x', '>=1.4.0 <1.5.0'), line('main', '>=1.0.0', true)]
  it.each([
    ['>=1.5.0 <2.0.0', null],
    ['1.3.x', null],
    ['>=1.4.9 <1.6.0', '1.4.x'],
    ['>=2.9.0', '2.x'],
    ['*', '2.x'],
    ['>=3.0.0', null],
  ])('%s overlaps %s', (range, name) => {
    expect(overlappingLine(line('new', range), lines)?.name ?? null).toBe(name)
  })
  it('lets development be where it likes', () => {
    expect(overlappingLine(line('next', '*', true), lines)).toBeNull()
  })
})

describe('support', () => {
  it('includes both days, in the zone, across a change of the clocks', () => {
    expect(supportInstants({ from: '2026-03-29', until: '2027-03-27' }, 'Europe/Berlin')).toEqual({
      supportedFrom: '2026-03-28T23:00:00.000Z',
      supportedUntil: '2027-03-27T23:00:00.000Z',
    })
  })

  it('gives the days back in the same zone', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Kiritimati',
      'America/Santiago',
    )
    fc.assert(
      fc.property(day, fc.option(day), zone, (from, until, timeZone) => {
        expect(supportDates(supportInstants({ from, until }, timeZone), timeZone)).toEqual({ from, until })
      }),
    )
  })

  it.each([
    ['2026-01-30T23:59:59Z', 'upcoming'],
    ['2026-01-31T00:00:00Z', 'supported'],
    ['2027-01-31T23:59:59Z', 'supported'],
    ['2027-02-01T00:00:00Z', 'ended'],
  ])('at %s it is %s', (at, state) => {
    const line = {
      id: 'l',
      name: '1.x',
      range: '1.x',
      branch: 'main',
      isDevelopment: false,
      ...supportInstants({ from: '2026-01-31', until: '2027-01-31' }, 'UTC'),
    }
    expect(supportState(line, toInstant(at))).toBe(state)
    expect(supportState({ ...line, isDevelopment: true }, toInstant(at))).toBe('development')
  })
})
