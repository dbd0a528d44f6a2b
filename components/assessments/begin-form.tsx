'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { beginAssessmentAction } from '@/server/assessments/actions'
import { PlanFields } from './plan-fields'

/** Begins to assess a release. */
export function BeginForm({ project, lockedBecause }: { project: string; lockedBecause?: string }) {
  return (
    <ActionForm
      id="begin"
      action={beginAssessmentAction}
      hidden={{ project }}
      className="grid max-w-2xl gap-4"
    >
      <TextInput
        name="release"
        label="Release"
        hint="Its version, such as 2.5.0."
        mono
        fieldClassName="max-w-xs"
      />
      <PlanFields />
      <div>
        <SubmitButton pendingLabel="Beginning…" disabledReason={lockedBecause}>
          Begin the assessment
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
