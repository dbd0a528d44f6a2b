'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { Button } from '@/components/ui/button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { useFormField } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/text-input'
import type { CvssVersion } from '@/domain/severity/cvss-metric'
import { ratingLabel, ratingsAlone } from '@/domain/severity/rating'
import type { Severity } from '@/domain/severity/severity'
import { classifySeverityAction } from '@/server/cases/actions'
import { WeaknessField } from './weakness-field'
import { VectorScore } from './vector-score'

/** The metrics and their sentences are only fetched by whoever opens the calculator. */
const CvssBuilder = dynamic(() => import('./cvss-builder').then((part) => part.CvssBuilder), {
  loading: () => <SkeletonRows />,
})

const versions = [
  { version: '4.0', name: 'vector40' },
  { version: '3.1', name: 'vector31' },
] as const satisfies { version: CvssVersion; name: string }[]

type Vectors = Record<CvssVersion, string>

const vectorsOf = (severity: Severity | undefined): Vectors => ({
  '4.0': severity?.cvss.find(({ version }) => version === '4.0')?.vector ?? '',
  '3.1': severity?.cvss.find(({ version }) => version === '3.1')?.vector ?? '',
})

/** Classifying: a vector pasted or chosen metric by metric, or a rating alone; and the weaknesses. */
export function SeverityForm({ from }: { from: Severity | null }) {
  const { view } = useCase()
  const [current] = view.assessments
  const version = useSeenVersion(current?.id ?? '')
  return (
    <>
      {version.isStale && current && (
        <ChangedMeanwhile who={current.by} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {ratingLabel[current.severity.rating].toLowerCase()}
          {current.severity.cvss.map(({ vector }) => `, ${vector}`)}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id="severity"
        action={classifySeverityAction}
        done="Saved."
        hidden={{ seen: version.seen }}
        onDone={({ data }) => {
          const { assessmentId } = data as { assessmentId?: string }
          if (assessmentId !== undefined) version.saved(assessmentId)
        }}
      >
        <Fields from={from} />
        <div className="flex flex-wrap gap-3">
          <ActSubmit act="classify_severity" variant="secondary" pendingLabel="Saving…">
            {current ? 'Save the new classification' : 'Classify'}
          </ActSubmit>
          <ActSubmit act="score_severity" variant="quiet" pendingLabel="Saving…" name="as" value="own">
            Keep as my own assessment
          </ActSubmit>
        </div>
        <p className="text-sm text-muted">
          Your own assessment stands beside the others’ and decides nothing. Classifying decides it for the
          case.
        </p>
      </CaseForm>
    </>
  )
}

function Fields({ from }: { from: Severity | null }) {
  const { view } = useCase()
  const [current] = view.assessments
  const begin = from ?? current?.severity
  // What was typed comes first: without scripts a refused form is drawn anew.
  const typed = { v40: useFormField('vector40').typed, v31: useFormField('vector31').typed }
  const typedCwes = useFormField('cwes').typed
  const [vectors, setVectors] = useState<Vectors>(() => {
    const stored = vectorsOf(begin)
    return { '4.0': typed.v40?.[0] ?? stored['4.0'], '3.1': typed.v31?.[0] ?? stored['3.1'] }
  })
  const [cwes, setCwes] = useState(typedCwes?.[0] ?? begin?.cwes.join(' ') ?? '')
  const [opened, setOpened] = useState<CvssVersion | null>(null)
  const change = (version: CvssVersion, vector: string) =>
    setVectors((all) => ({ ...all, [version]: vector }))
  const isAlone = begin !== undefined && begin.cvss.length === 0
  return (
    <>
      {versions.map(({ version, name }) => (
        <div key={version} className="grid gap-2">
          <TextInput
            name={name}
            label={`CVSS ${version} vector`}
            optional
            mono
            value={vectors[version]}
            placeholder={`CVSS:${version}/AV:…`}
            onChange={(event) => change(version, event.target.value)}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <Button
              size="small"
              className="noscript:hidden"
              aria-expanded={opened === version}
              onClick={() => setOpened(opened === version ? null : version)}
            >
              {opened === version ? 'Put the metrics away' : `Choose metric by metric`}
              <span className="sr-only"> for CVSS {version}</span>
            </Button>
            <VectorScore vector={vectors[version]} />
          </div>
          {opened === version && (
            <CvssBuilder
              version={version}
              vector={vectors[version]}
              onChange={(vector) => change(version, vector)}
            />
          )}
        </div>
      ))}
      <Select
        name="ratingAlone"
        label="Rating alone"
        hint="For projects that do not use CVSS. Leave it empty when there is a vector: the rating follows from it."
        placeholder="None"
        choices={ratingsAlone.map((rating) => ({ value: rating, label: ratingLabel[rating] }))}
        defaultValue={isAlone ? begin.rating : ''}
      />
      <WeaknessField value={cwes} onChange={setCwes} />
      <TextArea
        name="reason"
        label={current ? 'Why it changes' : 'Why so'}
        optional={current === undefined || view.confirmed === null}
        hint={
          current && view.confirmed ? 'The case is confirmed and people plan by its severity.' : undefined
        }
        rows={2}
      />
    </>
  )
}
