'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { DateTimeField } from '@/components/ui/date-time-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { proposeDateAction } from '@/server/reports/actions'

/** The reporter proposes when the embargo ends. */
export function ProposeDateForm({ reference, zone }: { reference: string; zone: string }) {
  return (
    <ActionForm
      id="propose-date"
      action={proposeDateAction}
      hidden={{ case: reference }}
      resetOnDone
      className="grid gap-4"
    >
      <DateTimeField
        name="until"
        label="Propose when it becomes public"
        optional
        zone={zone}
        hint="Sooner than what stands now: it stands at once. Later: the team answers."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary">Propose this date</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
