import { weaknessClasses, type FindingState, type WeaknessClass } from './finding'

/** Findings of one kind of weakness. */
export interface FindingGroup<Finding> {
  weakness: WeaknessClass
  findings: Finding[]
  /** How many are still to be settled. */
  open: number
}

/** Findings by their kind of weakness, in the order in which kinds are looked for, and in their own order; no empty group. */
export const findingsByWeakness = <Finding extends { weakness: WeaknessClass; state: FindingState }>(
  findings: readonly Finding[],
): FindingGroup<Finding>[] =>
  weaknessClasses
    .map((weakness) => {
      const own = findings.filter((finding) => finding.weakness === weakness)
      return { weakness, findings: own, open: own.filter(({ state }) => state === 'open').length }
    })
    .filter((group) => group.findings.length > 0)
