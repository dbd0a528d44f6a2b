'use client'

import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { followUpAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** Opens a case for what the fix left open, or names the one a report opened. */
export function FollowUpForm() {
  const { formKey } = useCase()
  return (
    <CaseForm
      id="follow"
      action={followUpAction}
      done="The case that follows is linked above."
      hidden={{ submission: formKey }}
      closes
    >
      <p className="text-muted">
        This advisory stands. What its fix left open gets a case of its own, private until it is announced,
        with its own lines, CVE id and advisory. You answer for it.
      </p>
      <TextInput
        name="title"
        label="What is left"
        hint="The title of the new case. Only the team sees it."
        maxLength={200}
      />
      <TextArea name="what" label="What the fix leaves open" hint="Becomes a note of that case." rows={4} />
      <TextInput
        name="existing"
        label="Case that is there already"
        optional
        mono
        hint="If a report about it came in: the reference of its case. Then no new one is opened, and the title is not needed."
      />
      <div>
        <ActSubmit act="follow_up" pendingLabel="Opening…">
          Follow up
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
