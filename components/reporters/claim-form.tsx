'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { claimReportAction } from '@/server/reporters/actions'

/** Puts a report on the list by its receipt. */
export function ClaimForm() {
  return (
    <ActionForm id="claim" action={claimReportAction} resetOnDone className="grid gap-4">
      <TextInput
        name="receipt"
        label="Receipt"
        hint="8 groups of 4. Capitals, dashes and spaces do not matter."
        mono
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary">Put it on my list</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
