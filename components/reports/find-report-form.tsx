'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { findReportAction } from '@/server/reports/actions'

/** Opens a report with its receipt. The receipt is sent as a form, so that it never stands in an address. */
export function FindReportForm() {
  return (
    <ActionForm id="find-report" action={findReportAction} className="grid gap-4">
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
      <div>
        <SubmitButton variant="secondary" pendingLabel="Looking…">
          Open my report or request
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
