'use client'

import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { dismissalLabel, dismissals } from '@/domain/alerts/alert'

/** Why nothing has to be done: by kind, and in words. */
export function DismissFields() {
  return (
    <>
      <RadioGroup
        name="dismissal"
        label="Why nothing has to be done"
        choices={dismissals.map((value) => ({ value, label: dismissalLabel[value] }))}
      />
      <TextArea
        name="reason"
        label="In words"
        hint="Needed when a risk is accepted, or for another reason. Only the team reads it."
        rows={3}
        optional
      />
    </>
  )
}
