import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  humanImpactOf,
  humanImpacts,
  paceQuestions,
  paces,
  publicSafetyOf,
  recommendedPace,
  utilityOf,
  type PaceAnswers,
} from './ssvc'

const calm: PaceAnswers = {
  exploitation: 'N',
  automatable: 'N',
  valueDensity: 'D',
  technicalImpact: 'P',
  safetyImpact: 'N',
  missionImpact: '',
}

describe('the pace SSVC recommends to a supplier', () => {
  it.each([
    ['nothing known, hard, little', {}, 'defer'],
    [
      'a public demonstration, concentrated value, total',
      { exploitation: 'P', valueDensity: 'C', technicalImpact: 'T' },
      'out_of_cycle',
    ],
    ['attacks, super effective', { exploitation: 'A', automatable: 'Y', valueDensity: 'C' }, 'immediate'],
    ['attacks, but laborious', { exploitation: 'A' }, 'out_of_cycle'],
    ['people could be badly hurt', { safetyImpact: 'M' }, 'scheduled'],
  ] as const)('%s: %s', (_, answers, pace) => {
    expect(recommendedPace({ ...calm, ...answers })).toBe(pace)
  })

  it('never falls when an answer gets worse', () => {
    const rank = (answers: PaceAnswers) => paces.indexOf(recommendedPace(answers))
    for (const answers of everyAnswer())
      for (const [name, { choices }] of Object.entries(paceQuestions)) {
        const at = choices.findIndex(({ value }) => value === answers[name as keyof PaceAnswers])
        const worse = choices[at + 1]
        if (worse) expect(rank({ ...answers, [name]: worse.value })).toBeGreaterThanOrEqual(rank(answers))
      }
  })
})

describe('human impact', () => {
  it('is not said without the mission', () => {
    expect(humanImpactOf(calm)).toBeNull()
    expect(humanImpactOf({ safetyImpact: 'R', missionImpact: 'MSC' })).toBe('high')
  })
})

const schemas = path.resolve('../shared/schemas')
const isThere = fs.existsSync(schemas)

/** The rows of an official table, by the keys of their decision points. */
function officialRows(file: string): Record<string, string>[] {
  const { mapping } = JSON.parse(fs.readFileSync(path.join(schemas, file), 'utf8')) as {
    mapping: Record<string, string>[]
  }
  return mapping.map((row) =>
    Object.fromEntries(Object.entries(row).map(([point, value]) => [point.split(':')[1], value])),
  )
}

describe.skipIf(!isThere)('the official tables (skipped where ../shared/schemas is absent)', () => {
  it('give the same pace for every row', () => {
    const official = new Map(
      officialRows('supplier_patch_development_priority_1_0_0.json').map(({ E, U, TI, PSI, DSOI }) => [
        [E, U, TI, PSI].join(),
        DSOI,
      ]),
    )
    expect(official.size).toBe(36)
    const seen = new Set<string>()
    for (const answers of everyAnswer()) {
      const row = [
        answers.exploitation,
        utilityOf(answers),
        answers.technicalImpact,
        publicSafetyOf(answers),
      ].join()
      seen.add(row)
      expect(recommendedPace(answers)[0]?.toUpperCase(), row).toBe(official.get(row))
    }
    expect(seen.size).toBe(36)
  })

  it('give the same utility', () => {
    const rows = officialRows('utility_1_0_0.json')
    expect(rows).toHaveLength(4)
    for (const { A, VD, U } of rows)
      expect(
        utilityOf({ automatable: A, valueDensity: VD } as Pick<PaceAnswers, 'automatable' | 'valueDensity'>),
      ).toBe(U)
  })

  it('give the same human impact', () => {
    const rows = officialRows('human_impact_1_0_0.json')
    expect(rows).toHaveLength(16)
    const keys = ['L', 'M', 'H', 'VH']
    for (const { SI, MI, HI } of rows) {
      const said = { safetyImpact: SI, missionImpact: MI } as Pick<
        PaceAnswers,
        'safetyImpact' | 'missionImpact'
      >
      expect(humanImpactOf(said)).toBe(humanImpacts[keys.indexOf(HI ?? '')])
    }
  })
})

function everyAnswer(): PaceAnswers[] {
  let all: Record<string, string>[] = [{}]
  for (const [name, { choices }] of Object.entries(paceQuestions))
    all = all.flatMap((answers) => choices.map(({ value }) => ({ ...answers, [name]: value })))
  return all as unknown as PaceAnswers[]
}
