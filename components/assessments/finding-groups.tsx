import { weaknessLabel } from '@/domain/assessments/finding'
import { findingsByWeakness } from '@/domain/assessments/findings-by-weakness'
import type { AssessmentView } from '@/server/assessments/assessment-view'
import { FindingCard } from './finding-card'

type Props = { findings: AssessmentView['findings']; lockedBecause?: string }

/** The findings by their kind of weakness, in the order in which kinds are looked for. */
export function FindingGroups({ findings, lockedBecause }: Props) {
  return findingsByWeakness(findings).map(({ weakness, findings: own, open }) => (
    <section key={weakness} aria-labelledby={`kind-${weakness}`} className="grid gap-4">
      <h3 id={`kind-${weakness}`} className="text-muted">
        {weaknessLabel[weakness]}: {own.length}
        {open > 0 && `, ${open} to settle`}
      </h3>
      {own.map((finding) => (
        <FindingCard key={finding.id} finding={finding} lockedBecause={lockedBecause} />
      ))}
    </section>
  ))
}
