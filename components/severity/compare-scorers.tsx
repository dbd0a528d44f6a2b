'use client'

import { useCase } from '@/components/cases/case-context'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import {
  compareJudgements,
  compareSeverities,
  type ComparedMetric,
  type ComparedVersion,
} from '@/domain/severity/compare'
import type { Severity } from '@/domain/severity/severity'
import { RatingBadge } from './rating-badge'

/** Everybody's own assessment beside the one that was decided, and where they differ, metric by metric. */
export function CompareScorers({ onStartFrom }: { onStartFrom: (severity: Severity) => void }) {
  const { view } = useCase()
  const [decided] = view.assessments
  if (view.opinions.length === 0) return null
  const columns = [
    ...(decided ? [{ name: 'Decided', who: 'the decision', severity: decided.severity }] : []),
    ...view.opinions.map(({ by, severity }) => ({ name: by, who: by, severity })),
  ]
  const names = columns.map(({ name }) => name)
  const severities = columns.map(({ severity }) => severity)
  const compared = compareSeverities(severities)
  const judged = compareJudgements(severities).filter(({ differs }) => differs)
  return (
    <Section title="Who scored what" level={3}>
      <ul className="grid gap-3">
        {view.opinions.map((opinion) => (
          <li key={opinion.personId} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <b className="font-medium">{opinion.by}</b>
              <RatingBadge rating={opinion.severity.rating} />
              {opinion.severity.cvss.map(({ version, score }) => (
                <span key={version}>
                  CVSS {version}: <span className="tabular-nums">{score.toFixed(1)}</span>
                </span>
              ))}
              <span className="font-mono text-sm">{opinion.severity.cwes.join(' ')}</span>
              <span className="text-sm text-muted">
                <Time instant={opinion.at} zone={view.policy.timeZone} />
              </span>
              {view.acts.score_severity.allowed && (
                <Button
                  size="small"
                  variant="quiet"
                  className="noscript:hidden"
                  onClick={() => onStartFrom(opinion.severity)}
                >
                  Start from this<span className="sr-only"> of {opinion.by}</span>
                </Button>
              )}
            </p>
            {opinion.reason && <PlainText text={opinion.reason} className="border-l-2 border-line pl-2" />}
          </li>
        ))}
      </ul>
      {columns.length > 1 && (
        <>
          {judged.length > 0 ? (
            <Metrics caption="What the scorers judge differently" metrics={judged} names={names} />
          ) : (
            <p className="text-muted">Rating and weaknesses: nobody disagrees.</p>
          )}
          {compared.map((version) => (
            <Compared
              key={version.version}
              compared={version}
              names={names}
              alone={version.usedBy.length === 1 ? columns[version.usedBy[0] ?? 0]?.who : undefined}
            />
          ))}
        </>
      )}
    </Section>
  )
}

type ComparedProps = {
  compared: ComparedVersion
  names: readonly string[]
  /** Who used this version as the only one. */
  alone: string | undefined
}

function Compared({ compared, names, alone }: ComparedProps) {
  if (alone !== undefined)
    return (
      <p className="text-muted">
        CVSS {compared.version}: only {alone} gives a vector, so there is nothing to compare.
      </p>
    )
  const differing = compared.metrics.filter(({ differs }) => differs)
  const agreeing = compared.metrics.filter(({ differs }) => !differs)
  const caption = `CVSS ${compared.version}: where the scorers differ`
  return (
    <div className="grid gap-2">
      {differing.length > 0 ? (
        <Metrics caption={caption} metrics={differing} names={names} />
      ) : (
        <p className="text-muted">CVSS {compared.version}: everybody chose the same.</p>
      )}
      {differing.length > 0 && agreeing.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm">{agreeing.length} metrics are the same</summary>
          <Metrics caption={`CVSS ${compared.version}: where they agree`} metrics={agreeing} names={names} />
        </details>
      )}
    </div>
  )
}

type MetricsProps = { caption: string; metrics: readonly ComparedMetric[]; names: readonly string[] }

function Metrics({ caption, metrics, names }: MetricsProps) {
  return (
    <Table caption={caption} showCaption>
      <thead>
        <tr>
          <Th>Metric</Th>
          {names.map((name, index) => (
            <Th key={index}>{name}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {metrics.map(({ metric, label, values, differs }) => (
          <tr key={metric ?? label}>
            <Th scope="row">
              {label} {metric && <span className="font-mono text-sm text-muted">{metric}</span>}
              {differs && <span className="text-due-soon"> ≠</span>}
            </Th>
            {values.map((value, index) => (
              <Td key={index}>{value?.label ?? '–'}</Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
