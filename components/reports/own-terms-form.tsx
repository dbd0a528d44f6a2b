import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { changeTermsAction } from '@/server/reports/actions'
import { DisclosureFields } from './disclosure-fields'

type Props = {
  /** Local date and time of the stated date, in its zone; null: none. */
  stated: { local: string; timeZone: string } | null
  /** The case it is about: a report that was split has several. */
  reference: string
  /** The version of the terms this page shows. */
  seen: number
  words: Catalogue['ownTerms']
}

/** States, moves or takes back the date on which the reporter publishes. */
export function OwnTermsForm({ stated, reference, seen, words }: Props) {
  return (
    <ActionForm
      id="own-terms"
      action={changeTermsAction}
      hidden={{ case: reference, seen: String(seen) }}
      className="grid gap-4"
    >
      <DisclosureFields stated={stated} hint={words.hint} words={words} />
      <FormFoot>
        <SubmitButton variant="secondary" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
