import { FormFoot } from '@/components/ui/form-foot'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { changeCreditAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'
import { CreditFields } from './credit-fields'

type Props = {
  reference: string
  terms: OwnReport['terms']
  /** How they are credited now. */
  summary: ReactNode
  words: Catalogue['creditFields']
}

/** The reporter chooses or corrects their credit, until the advisory is published. */
export function OwnCreditForm({ reference, terms, summary, words }: Props) {
  return (
    <ActionForm
      id="own-credit"
      action={changeCreditAction}
      hidden={{ case: reference, seen: String(terms.version) }}
      className="grid gap-4"
    >
      <FormDisclosure summary={summary}>
        <CreditFields wish={terms.credit} words={words} />
        <FormFoot>
          <SubmitButton variant="secondary" pendingLabel={words.saving}>
            {words.save}
          </SubmitButton>
        </FormFoot>
      </FormDisclosure>
    </ActionForm>
  )
}
