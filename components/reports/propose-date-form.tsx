import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { DateTimeField } from '@/components/ui/date-time-field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { offeredTimeZones } from '@/lib/time-zones'
import { proposeDateAction } from '@/server/reports/actions'

type Props = { reference: string; zone: string; words: Catalogue['proposeDate'] }

/** The reporter proposes when the embargo ends. */
export function ProposeDateForm({ reference, zone, words }: Props) {
  return (
    <ActionForm
      id="propose-date"
      action={proposeDateAction}
      hidden={{ case: reference }}
      resetOnDone
      className="grid gap-4"
    >
      <DateTimeField
        zones={offeredTimeZones}
        name="until"
        label={words.label}
        optional
        zone={zone}
        hint={words.hint}
      />
      <FormFoot>
        <SubmitButton variant="secondary">{words.send}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
