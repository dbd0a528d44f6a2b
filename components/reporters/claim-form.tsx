'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ReceiptField } from '@/components/reports/receipt-field'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { claimReportAction } from '@/server/reporters/actions'

type Props = { words: Pick<Catalogue['findReportForm'], 'receipt' | 'hint'> & { add: string } }

/** Puts a report on the list by its receipt. */
export function ClaimForm({ words }: Props) {
  return (
    <ActionForm id="claim" action={claimReportAction} resetOnDone className="grid gap-4">
      <ReceiptField words={words} />
      <FormFoot>
        <SubmitButton variant="secondary">{words.add}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
