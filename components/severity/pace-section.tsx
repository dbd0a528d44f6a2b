'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import {
  humanImpactLabel,
  humanImpactOf,
  paceLabel,
  paceMeans,
  paceQuestions,
  recommendedPace,
  type PaceAnswers,
} from '@/domain/severity/ssvc'
import { choosePaceAction } from '@/server/cases/actions'

const names = Object.keys(paceQuestions) as (keyof PaceAnswers)[]

/** How fast the fix should be made: the answers to the supplier's questions of SSVC, and what they recommend. */
export function PaceSection() {
  const { view } = useCase()
  const { pace } = view
  const version = useSeenVersion(pace?.version ?? 0)
  return (
    <Section title="Pace of the fix" level={3}>
      {pace ? (
        <p>
          <b className="font-semibold">{paceLabel[pace.pace]}.</b> {paceMeans[pace.pace]}{' '}
          <span className="text-sm text-muted">
            SSVC, answered by {pace.by}, <Time instant={pace.at} zone={view.policy.timeZone} />
          </span>
        </p>
      ) : (
        <p className="text-muted">Nobody has answered the questions of SSVC yet.</p>
      )}
      {version.isStale && pace && (
        <ChangedMeanwhile who={pace.by} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {paceLabel[pace.pace].toLowerCase()}
        </ChangedMeanwhile>
      )}
      <details>
        <summary className="min-h-6 font-medium">
          {pace ? 'Answer the questions anew' : 'Answer the questions'}
        </summary>
        <CaseForm
          key={version.round}
          id="pace"
          action={choosePaceAction}
          done="The pace is stored with the case."
          hidden={{ seenPace: String(version.seen) }}
          onDone={({ data }) => version.saved((data as { version: number }).version)}
          className="grid gap-4 pt-3"
        >
          <Questions />
          <div>
            <ActSubmit act="classify_severity" variant="secondary" pendingLabel="Saving…">
              Store the pace
            </ActSubmit>
          </div>
        </CaseForm>
      </details>
    </Section>
  )
}

function Questions() {
  const { view } = useCase()
  const [answers, setAnswers] = useState<Partial<PaceAnswers>>(
    () => view.pace?.answers ?? { missionImpact: '' },
  )
  const isWhole = names.every((name) => answers[name] !== undefined)
  const whole = isWhole ? (answers as PaceAnswers) : null
  const human = whole && humanImpactOf(whole)
  return (
    <>
      {names.map((name) => {
        const { label, asks, choices } = paceQuestions[name]
        return (
          <RadioGroup
            key={name}
            name={name}
            label={label}
            hint={asks}
            value={answers[name] ?? 'none yet'}
            onValueChange={(value) => setAnswers((all) => ({ ...all, [name]: value }))}
            choices={choices.map(({ value, label: choice, means }) => ({
              value,
              label: choice,
              hint: means,
            }))}
          />
        )
      })}
      <p role="status">
        {whole
          ? `These answers recommend: ${paceLabel[recommendedPace(whole)]}. ${paceMeans[recommendedPace(whole)]}`
          : 'The pace stands here once all is answered.'}
        {human && ` Human impact, for whoever runs it: ${humanImpactLabel[human].toLowerCase()}.`}
      </p>
    </>
  )
}
