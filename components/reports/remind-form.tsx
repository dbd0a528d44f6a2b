'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { remindAction } from '@/server/reports/actions'

/** Reminds a team that is late. */
export function RemindForm({ reference }: { reference: string }) {
  return (
    <ActionForm
      id="remind"
      action={remindAction}
      hidden={{ case: reference }}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <SubmitButton variant="secondary" pendingLabel="Reminding…">
        Remind the team
      </SubmitButton>
      <DoneNote />
    </ActionForm>
  )
}
