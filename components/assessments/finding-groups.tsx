import { weaknessClasses, weaknessLabel } from '@/domain/assessments/finding'
import type { AssessmentView } from '@/server/assessments/assessment-view'
import { FindingCard } from './finding-card'

type Props = { findings: AssessmentView['findings']; lockedBecause?: string }

/** The findings by their kind of weakness, in the order in which kinds are looked for. */
export function FindingGroups({ findings, lockedBecause }: Props) {
  const kinds = weaknessClasses.filter((kind) => findings.some(({ weakness }) => weakness === kind))
  return kinds.map((kind) => {
    const own = findings.filter(({ weakness }) => weakness === kind)
    const open = own.filter(({ state }) => state === 'open').length
    return (
      <section key={kind} aria-labelledby={`kind-${kind}`} className="grid gap-4">
        <h3 id={`kind-${kind}`} className="text-muted">
          {weaknessLabel[kind]}: {own.length}
          {open > 0 && `, ${open} to settle`}
        </h3>
        {own.map((finding) => (
          <FindingCard key={finding.id} finding={finding} lockedBecause={lockedBecause} />
        ))}
      </section>
    )
  })
}
