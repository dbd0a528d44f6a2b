'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { weaknessClasses, weaknessCwe, weaknessLabel } from '@/domain/assessments/finding'
import { ratingLabel, ratingsAlone } from '@/domain/severity/rating'
import { addFindingAction, changeFindingAction } from '@/server/assessments/actions'
import type { AssessmentView } from '@/server/assessments/assessment-view'

/** Records what was found. */
export function FindingForm({ assessment, lockedBecause }: { assessment: string; lockedBecause?: string }) {
  return (
    <ActionForm
      id="finding"
      action={addFindingAction}
      hidden={{ assessment }}
      resetOnDone
      className="grid max-w-2xl gap-4"
    >
      <FindingFields />
      <FormFoot>
        <SubmitButton variant="secondary" pendingLabel="Recording…" disabledReason={lockedBecause}>
          Record the finding
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}

type Finding = AssessmentView['findings'][number]

function FindingFields({ finding }: { finding?: Finding }) {
  return (
    <>
      <TextInput name="title" label="What is weak" defaultValue={finding?.title} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          name="weakness"
          label="Kind of weakness"
          placeholder="Choose one"
          defaultValue={finding?.weakness}
          choices={weaknessClasses.map((value) => ({
            value,
            label: [weaknessLabel[value], weaknessCwe[value]].filter(Boolean).join(', '),
          }))}
        />
        <TextInput
          name="cwe"
          label="Exact weakness"
          placeholder="CWE-613"
          mono
          optional
          defaultValue={finding?.cwe ?? undefined}
        />
        <Select
          name="rating"
          label="Severity"
          placeholder="Choose one"
          defaultValue={finding?.rating}
          choices={[...ratingsAlone].reverse().map((value) => ({ value, label: ratingLabel[value] }))}
        />
      </div>
      <TextArea
        name="description"
        label="Where, how, and what it allows"
        hint="Only the team reads it. It is stored sealed."
        rows={4}
        defaultValue={finding?.description}
      />
    </>
  )
}

/** Changes a finding that is not settled yet. */
export function ChangeFindingForm({ finding, lockedBecause }: { finding: Finding; lockedBecause?: string }) {
  return (
    <ActionForm
      id={`change-${finding.id}`}
      action={changeFindingAction}
      hidden={{ finding: finding.id, seen: String(finding.version) }}
      className="grid max-w-2xl gap-4"
    >
      <FindingFields finding={finding} />
      <FormFoot>
        <SubmitButton variant="secondary" pendingLabel="Saving…" disabledReason={lockedBecause}>
          Save the finding
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
