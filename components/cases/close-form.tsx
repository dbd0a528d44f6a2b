'use client'

import { useState } from 'react'
import { DateTimeField } from '@/components/ui/date-time-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { resolutionKinds } from '@/domain/cases/case-event'
import { resolutionDemands } from '@/domain/cases/resolutions'
import { offeredTimeZones } from '@/lib/time-zones'
import { resolveCaseAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** Closing without a fix: what each kind asks for, and the explanation as the reporter will read it. */
export function CloseForm() {
  const { view } = useCase()
  // A link or a hand-over that was recorded already says what these fields ask.
  const original = view.related.find(({ relation }) => relation === 'duplicate_of')
  const told = view.handovers.at(-1)
  const [explanation, setExplanation] = useState('')
  return (
    <CaseForm
      id="close"
      action={resolveCaseAction}
      done="Closed. The explanation went to the reporter."
      closes
      className="group/close grid gap-4"
    >
      <RadioGroup
        name="kind"
        label="Why there is no fix"
        choices={resolutionKinds.map((kind) => ({
          value: kind,
          label: resolutionDemands[kind].title,
          hint: resolutionDemands[kind].demands,
        }))}
      />
      <div className="hidden group-has-[input[value=duplicate]:checked]/close:block">
        <TextInput
          name="ofCase"
          label="Which case it repeats"
          hint="Its reference, e.g. MAR-7K3QX."
          mono
          defaultValue={original?.reference}
        />
      </div>
      <div className="hidden group-has-[input[value=unsafe\_by\_design]:checked]/close:block">
        <TextInput
          name="documentedAt"
          label="Where it is documented"
          hint="A link, or a page and section. The reporter reads it."
        />
      </div>
      <div className="hidden gap-4 group-has-[input[value=third\_party]:checked]/close:grid">
        <TextInput name="upstream" label="Which upstream it belongs to" defaultValue={told?.upstream} />
        <TextInput
          name="toldWhere"
          label="Where they were told"
          hint="Their private address or form. Nothing public is created."
          defaultValue={told?.channel}
        />
        <DateTimeField
          zones={offeredTimeZones}
          name="toldAt"
          label="When they were told"
          defaultValue={told?.toldAt.slice(0, 16)}
          zone={told ? 'UTC' : undefined}
        />
      </div>
      <TextArea
        name="explanation"
        label="Explanation"
        hint="Goes to every reporter of this case, word for word."
        rows={5}
        onChange={(event) => setExplanation(event.target.value)}
      />
      {explanation.trim() !== '' && (
        <div className="rounded-md border border-l-4 border-outside bg-outside-soft px-3 py-2">
          <p className="text-sm font-semibold text-outside">The reporter will read</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{explanation}</p>
        </div>
      )}
      <div>
        <ActSubmit act="resolve" pendingLabel="Closing…">
          Close {view.reference} and tell the reporter
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
