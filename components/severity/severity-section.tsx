'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { Section } from '@/components/ui/section'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { cweUrl } from '@/domain/severity/cwe'
import type { Severity } from '@/domain/severity/severity'
import { usageLabel, usageWarning, type Weakness } from '@/domain/severity/weakness'
import { CompareScorers } from './compare-scorers'
import { PaceSection } from './pace-section'
import { RatingBadge } from './rating-badge'
import { SeverityForm } from './severity-form'

/** How bad it is: what counts now, the calculator, and every classification there ever was. */
export function SeveritySection() {
  const { view } = useCase()
  const [current, ...earlier] = view.assessments
  const [start, setStart] = useState<{ severity: Severity | null; round: number }>({
    severity: null,
    round: 0,
  })
  return (
    <Section title="Severity">
      {current ? <Assessment assessment={current} /> : <p className="text-muted">Not classified yet.</p>}
      {view.announcedAt && (
        <p className="text-muted">
          The advisory is published. Readers see a new severity once a correction is published.
        </p>
      )}
      <CompareScorers onStartFrom={(severity) => setStart(({ round }) => ({ severity, round: round + 1 }))} />
      <SeverityForm key={start.round} from={start.severity} />
      <PaceSection />
      {earlier.length > 0 && (
        <Section title="Earlier classifications" level={3}>
          <ol className="grid gap-4">
            {earlier.map((assessment) => (
              <li key={assessment.id}>
                <Assessment assessment={assessment} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Section>
  )
}

function Assessment({
  assessment,
}: {
  assessment: ReturnType<typeof useCase>['view']['assessments'][number]
}) {
  const { view } = useCase()
  const { severity, reason, by, at } = assessment
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <RatingBadge rating={severity.rating} />
        {severity.cwes.map((cwe) => (
          <DecidedWeakness key={cwe} id={cwe} weakness={view.weaknesses.find(({ id }) => id === cwe)} />
        ))}
        <span className="text-sm text-muted">
          {by}, <Time instant={at} zone={view.policy.timeZone} />
        </span>
      </p>
      {severity.cvss.map(({ version, vector, score }) => (
        <p key={version}>
          CVSS {version}: <b className="font-semibold tabular-nums">{score.toFixed(1)}</b>{' '}
          <span className="font-mono text-sm wrap-anywhere text-muted">{vector}</span>
        </p>
      ))}
      {reason && <PlainText text={reason} className="border-l-2 border-line pl-2" />}
    </div>
  )
}

/** A weakness that was decided on; what MITRE advises against is marked, for it was perhaps chosen where nothing warned. */
function DecidedWeakness({ id, weakness }: { id: string; weakness: Weakness | undefined }) {
  const advice = weakness && usageWarning[weakness.usage] !== null ? usageLabel[weakness.usage] : null
  return (
    <span>
      <a href={cweUrl(id)} rel="noreferrer" className="font-mono text-accent underline">
        {id}
      </a>{' '}
      <span className="text-sm">{weakness?.name}</span>
      {advice && (
        <span className={weakness?.usage === 'prohibited' ? 'text-sm text-danger' : 'text-sm text-due-soon'}>
          {' '}
          ⚠ {advice}
        </span>
      )}
    </span>
  )
}
