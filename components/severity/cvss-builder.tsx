'use client'

import { useId } from 'react'
import type { CvssMetric, CvssMetricGroup, CvssVersion } from '@/domain/severity/cvss-metric'
import { cvssMetrics } from '@/domain/severity/cvss-metrics'
import { vectorIn, writeCvssVector } from '@/domain/severity/cvss-vector'
import { classNames } from '@/lib/class-names'

const groups: { group: CvssMetricGroup; title: string }[] = [
  { group: 'base', title: 'Base' },
  { group: 'threat', title: 'Threat' },
  { group: 'environmental', title: 'Environment' },
  { group: 'supplemental', title: 'Supplement' },
]

/** The choices that stand in a vector, however incomplete it is. */
const chosenIn = (vector: string): Record<string, string> =>
  Object.fromEntries(
    vector
      .split('/')
      .slice(1)
      .flatMap((part) => {
        const [metric = '', value = ''] = part.split(':')
        return metric && value ? [[metric, value]] : []
      }),
  )

type Props = { version: CvssVersion; vector: string; onChange: (vector: string) => void }

/** Every metric as a row of choices with its sentence; the arrow keys move within a row. Writes the vector as one chooses. */
export function CvssBuilder({ version, vector, onChange }: Props) {
  const given = vectorIn(vector)
  const chosen = given.startsWith(`CVSS:${version}`) ? chosenIn(given) : {}
  const choose = (metric: string, value: string) =>
    onChange(writeCvssVector(version, { ...chosen, [metric]: value }))
  return (
    <div className="grid gap-3">
      {groups.map(({ group, title }) => {
        const metrics = cvssMetrics[version].filter((metric) => metric.group === group)
        if (metrics.length === 0) return null
        const rows = metrics.map((metric) => (
          <Metric key={metric.metric} metric={metric} chosen={chosen[metric.metric]} onChoose={choose} />
        ))
        return group === 'base' ? (
          <div key={group} className="grid gap-3">
            {rows}
          </div>
        ) : (
          <details key={group} className="border-t border-line pt-2">
            <summary className="min-h-6 font-medium">{title} metrics (optional)</summary>
            <div className="grid gap-3 pt-3">{rows}</div>
          </details>
        )
      })}
    </div>
  )
}

function Metric({
  metric,
  chosen,
  onChoose,
}: {
  metric: CvssMetric
  chosen: string | undefined
  onChoose: (metric: string, value: string) => void
}) {
  const id = useId()
  const value = chosen ?? (metric.group === 'base' ? undefined : 'X')
  const means = metric.values.find((one) => one.value === value)?.means
  return (
    <fieldset aria-describedby={`${id}-what`}>
      <legend className="font-medium">
        {metric.label} <span className="font-mono text-sm text-muted">{metric.metric}</span>
      </legend>
      <p id={`${id}-what`} className="text-sm text-muted">
        {metric.explanation}
      </p>
      <div className="mt-1 flex flex-wrap gap-1">
        {metric.values.map((one) => (
          <label
            key={one.value}
            title={one.means}
            className={classNames(
              'flex min-h-7 items-center rounded-md border px-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              value === one.value
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-control hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={`${id}-${metric.metric}`}
              value={one.value}
              checked={value === one.value}
              onChange={() => onChoose(metric.metric, one.value)}
              className="sr-only"
            />
            {one.label}
          </label>
        ))}
      </div>
      {means && <p className="mt-1 text-sm">{means}</p>}
      <details className="mt-1 text-sm">
        <summary className="min-h-6 text-muted">
          What each means<span className="sr-only"> for {metric.label}</span>
        </summary>
        <dl className="grid gap-1 pt-1">
          {metric.values.map((one) => (
            <div key={one.value}>
              <dt className="inline font-medium">{one.label}:</dt> <dd className="inline">{one.means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </fieldset>
  )
}
