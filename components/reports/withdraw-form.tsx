'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { withdrawAction } from '@/server/reports/actions'

/** Withdraws the report, after it was confirmed. */
export function WithdrawForm({ reference, hindrance }: { reference: string; hindrance: string | null }) {
  return (
    <ActionForm id="withdraw" action={withdrawAction} hidden={{ case: reference }} className="grid gap-4">
      <FormDisclosure summary="Withdraw the report">
        <p className="max-w-prose text-muted">
          For a report that turned out to be none. The team is told and closes it. You can still write here.
        </p>
        {hindrance === null && (
          <>
            <TextArea name="reason" label="Why" optional rows={2} />
            <Checkbox name="confirmed" label="Yes, I withdraw this report" />
          </>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" disabledReason={hindrance ?? undefined}>
            Withdraw the report
          </SubmitButton>
          <DoneNote />
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
