'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { findReportAction } from '@/server/reports/actions'
import { ReceiptField } from './receipt-field'

/** Opens a report with its receipt. The receipt is sent as a form, so that it never stands in an address. */
export function FindReportForm({ words }: { words: Catalogue['findReportForm'] }) {
  return (
    <ActionForm id="find-report" action={findReportAction} className="grid gap-4">
      <ReceiptField words={words} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.looking}>
          {words.open}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
