'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { remindAction } from '@/server/reports/actions'

/** Reminds a team that is late; when it cannot be done now, says why. */
export function RemindForm({ refusedBecause }: { refusedBecause: string | null }) {
  return (
    <ActionForm id="remind" action={remindAction} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SubmitButton variant="secondary" pendingLabel="Reminding…" disabledReason={refusedBecause}>
        Remind the team
      </SubmitButton>
      <DoneNote />
    </ActionForm>
  )
}
