import { describe, expect, it } from 'vitest'
import { classifySeverity } from './classify'
import { compareJudgements, compareSeverities } from './compare'
import type { Severity } from './severity'

function severity(...vectors: string[]): Severity {
  const classified = classifySeverity({
    vectors,
    ratingAlone: vectors.length === 0 ? 'high' : null,
    cwes: [],
  })
  if (!classified.ok) throw new Error(classified.refusal.reason)
  return classified.value
}
const low = 'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const high = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H/E:P'
const newer = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'

describe('severities side by side', () => {
  it('say metric by metric where the scorers differ', () => {
    const [compared] = compareSeverities([severity(low), severity(high)])
    expect(compared?.version).toBe('3.1')
    const differing = compared?.metrics.filter(({ differs }) => differs)
    expect(differing?.map(({ metric, values }) => [metric, ...values.map((one) => one?.label)])).toEqual([
      ['AV', 'Local', 'Network'],
      ['UI', 'None', 'Required'],
      ['E', 'Not defined', 'Proof of concept'],
    ])
    expect(compared?.metrics).toHaveLength(9)
  })

  it('keep the versions apart; who gave none of a version disagrees with nobody', () => {
    const compared = compareSeverities([severity(newer, low), severity(low), severity()])
    expect(compared.map(({ version }) => version)).toEqual(['4.0', '3.1'])
    expect(compared.map(({ usedBy }) => usedBy)).toEqual([[0], [0, 1]])
    expect(compared.flatMap(({ metrics }) => metrics.filter(({ differs }) => differs))).toEqual([])
    expect(compared[0]?.metrics[0]?.values).toEqual([{ value: 'N', label: 'Network' }, null, null])
  })

  it('differ in the rating and in the weaknesses as well, whatever their order; who names none says nothing', () => {
    const differing = (...all: Severity[]) =>
      compareJudgements(all).flatMap(({ label, differs }) => (differs ? [label] : []))
    const [mild, severe] = [{ ...severity(), rating: 'low' as const }, severity()]
    expect(differing(severe, severe)).toEqual([])
    expect(differing(severe, mild)).toEqual(['Rating'])
    const names = (...cwes: string[]): Severity => ({ ...severe, cwes })
    expect(differing(names('CWE-79'), names('CWE-89'))).toEqual(['Weaknesses'])
    expect(differing(names('CWE-79', 'CWE-352'), names('CWE-352', 'CWE-79'))).toEqual([])
    expect(differing(names('CWE-79'), names())).toEqual([])
    expect(compareJudgements([names('CWE-352', 'CWE-79'), names()])[1]?.values).toEqual([
      { value: 'CWE-79 CWE-352', label: 'CWE-79 CWE-352' },
      null,
    ])
  })

  it('have nothing to compare without a vector', () => {
    expect(compareSeverities([severity(), severity()])).toEqual([])
    expect(compareSeverities([])).toEqual([])
  })
})
