'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { DateTimeField } from '@/components/ui/date-time-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { changeTermsAction } from '@/server/reports/actions'

type Props = {
  /** Local date and time of the stated date, in its zone; null: none. */
  stated: { local: string; timeZone: string } | null
  /** The case it is about: a report that was split has several. */
  reference: string
}

/** States, moves or takes back the date on which the reporter publishes. */
export function OwnTermsForm({ stated, reference }: Props) {
  return (
    <ActionForm id="own-terms" action={changeTermsAction} hidden={{ case: reference }} className="grid gap-4">
      <DateTimeField
        name="disclosureDate"
        zoneName="disclosureTimeZone"
        label="Your own disclosure date"
        optional
        hint="When you publish in any case. Empty: you have no date of your own. The team is told of every change."
        defaultValue={stated?.local}
        zone={stated?.timeZone}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Save the date
        </SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
