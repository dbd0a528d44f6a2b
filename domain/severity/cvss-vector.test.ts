import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { baseMetrics, cvssMetrics } from './cvss-metrics'
import { cvssVersions, type CvssVersion } from './cvss-metric'
import { parseCvssVector, writeCvssVector } from './cvss-vector'

const base40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
const base31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

/** A legal vector's parts: all base metrics, some of the others, in order. */
const partsOf = (version: CvssVersion) =>
  fc
    .tuple(
      ...cvssMetrics[version].map(({ metric, values, group }) => {
        const part = fc.constantFrom(...values.map(({ value }) => `${metric}:${value}`))
        return group === 'base' ? part : fc.option(part, { nil: null })
      }),
    )
    .map((parts) => parts.filter((part) => part !== null))

/** Legal parts after one careless edit: most are broken, some are not. */
const editedPartsOf = (version: CvssVersion) =>
  fc
    .tuple(
      partsOf(version),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom('X', 'N', 'H', 'S', 'Q', '', 'n'),
    )
    .map(([parts, a, b, edit, value]) => {
      const from = a % parts.length
      const to = b % parts.length
      const part = parts[from] ?? ''
      if (edit === 0) return parts.toSpliced(from, 1)
      if (edit === 1) return parts.toSpliced(to, 0, part)
      if (edit === 2) return parts.toSpliced(from, 1).toSpliced(to, 0, part)
      if (edit === 3) return parts.with(from, `${part.split(':')[0]}:${value}`)
      if (edit === 4) return parts.with(from, part.toLowerCase())
      return parts
    })

const schemaFile: Record<CvssVersion, URL> = {
  '4.0': new URL('../../../shared/schemas/cvss-v4.0.schema.json', import.meta.url),
  '3.1': new URL('../../../shared/schemas/cvss-v3.1.schema.json', import.meta.url),
}
const hasSchemas = existsSync(schemaFile['4.0']) && existsSync(schemaFile['3.1'])
const pattern = (version: CvssVersion) =>
  new RegExp(
    (
      JSON.parse(readFileSync(schemaFile[version], 'utf8')) as {
        properties: { vectorString: { pattern: string } }
      }
    ).properties.vectorString.pattern,
  )

describe('the grammar of vectors', () => {
  it.each<[vector: string, code: string, metric: string | null, says: RegExp]>([
    ['', 'prefix', null, /CVSS:4.0\/ or CVSS:3.1\//],
    ['CVSS:3.0/AV:N', 'prefix', null, /CVSS:3.0\//],
    ['cvss:3.1/AV:N', 'prefix', null, /starts with/],
    [`(${base31})`, 'prefix', null, /starts with/],
    [`${base31}/`, 'shape', null, /slash too many/],
    ['CVSS:3.1/AV=N', 'shape', null, /like AV:N/],
    ['CVSS:3.1/AV:N:N', 'shape', null, /like AV:N/],
    [base31.replace('/AV', '/av'), 'unknown_metric', 'av', /Write it AV/],
    [`${base31}/AT:N`, 'unknown_metric', 'AT', /Remove it/],
    [base31.replace('AV:N', 'AV:X'), 'bad_value', 'AV', /use N, A, L or P/],
    [base31.replace('AC:L', 'AC:M'), 'bad_value', 'AC', /use L or H/],
    [`${base31}/AV:N`, 'duplicate', 'AV', /twice/],
    [`${base31}/__proto__:N`, 'unknown_metric', '__proto__', /no metric/],
    [base31.replace('/S:U', ''), 'missing', 'S', /add S:U or S:C/],
    [base40.replace('/AT:N', ''), 'missing', 'AT', /Attack requirements/],
    [base40.replace('AV:N/AC:L', 'AC:L/AV:N'), 'order', 'AV', /before AC/],
    [`${base40}/S:P/E:A`, 'order', 'E', /before S/],
    [`${base40}/U:RED`, 'bad_value', 'U', /Clear, Green, Amber or Red/],
    [`${base40} `, 'bad_value', 'SA', /use H, L or N/],
  ])('%s is refused: %s, %s', (vector, code, metric, says) => {
    const parsed = parseCvssVector(vector)
    expect(parsed).toMatchObject({ ok: false, refusal: { code, metric } })
    expect(parsed.ok ? '' : parsed.refusal.reason).toMatch(says)
  })

  it('takes 3.1 metrics in any order and writes them in the preferred one, open metrics left out', () => {
    expect(parseCvssVector('CVSS:3.1/E:X/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N')).toMatchObject({
      ok: true,
      value: { vector: base31, values: { AV: 'N', S: 'U' } },
    })
  })

  it.each(cvssVersions)('reads back what it writes (%s)', (version) => {
    fc.assert(
      fc.property(partsOf(version), (parts) => {
        const parsed = parseCvssVector(`CVSS:${version}/${parts.join('/')}`)
        if (!parsed.ok) throw new Error(parsed.refusal.reason)
        expect(parseCvssVector(parsed.value.vector)).toEqual(parsed)
        expect(writeCvssVector(version, parsed.value.values)).toBe(parsed.value.vector)
      }),
    )
  })

  it('refuses any text without throwing, with a reason of readable length', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.constantFrom('', 'CVSS:4.0/', 'CVSS:3.1/'),
        (text, prefix) => {
          const parsed = parseCvssVector(prefix + text)
          expect(parsed.ok).toBe(false)
          expect(parsed.ok ? '' : parsed.refusal.reason).toMatch(/^.{10,160}$/su)
        },
      ),
    )
  })

  const notice = hasSchemas ? '' : ' (skipped: the official schemas are not beside the project)'
  it.skipIf(!hasSchemas)(`accepts exactly what FIRST’s 4.0 pattern accepts${notice}`, () => {
    const official = pattern('4.0')
    fc.assert(
      fc.property(editedPartsOf('4.0'), (parts) => {
        const vector = `CVSS:4.0/${parts.join('/')}`
        expect({ vector, accepted: parseCvssVector(vector).ok }).toEqual({
          vector,
          accepted: official.test(vector),
        })
      }),
      { numRuns: 1000 },
    )
  })

  it.skipIf(!hasSchemas)(
    `accepts what FIRST’s 3.1 pattern accepts, save duplicates and gaps${notice}`,
    () => {
      const official = pattern('3.1')
      const mandatory = baseMetrics('3.1').map(({ metric }) => metric)
      fc.assert(
        fc.property(editedPartsOf('3.1'), (parts) => {
          const vector = `CVSS:3.1/${parts.join('/')}`
          const names = parts.map((part) => part.split(':')[0])
          const whole =
            mandatory.every((metric) => names.includes(metric)) && new Set(names).size === names.length
          expect({ vector, accepted: parseCvssVector(vector).ok }).toEqual({
            vector,
            accepted: whole && official.test(vector),
          })
        }),
        { numRuns: 1000 },
      )
    },
  )
})

describe('the metric tables', () => {
  it.each(cvssVersions)(
    '%s: every metric has a name, a sentence and distinct values, base metrics come first',
    (version) => {
      const metrics = cvssMetrics[version]
      expect(new Set(metrics.map(({ metric }) => metric)).size).toBe(metrics.length)
      for (const { label, explanation, values, group } of metrics) {
        expect(label).not.toBe('')
        expect(explanation).toMatch(/^[A-Z].+\.$/)
        expect(new Set(values.map(({ value }) => value)).size).toBe(values.length)
        expect(values.some(({ value }) => value === 'X')).toBe(group !== 'base')
      }
      expect(metrics.slice(0, baseMetrics(version).length)).toEqual(baseMetrics(version))
    },
  )
})
