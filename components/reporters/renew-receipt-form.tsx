'use client'

import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { ReceiptSecret } from '@/components/reports/receipt-secret'
import { renewReceiptAction } from '@/server/reporters/actions'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import type { RenewedReceipt } from '@/server/reporters/renew-receipt'

type Words = {
  receipt: Catalogue['receipt']
  renew: Pick<Catalogue['newReceipt'], 'make' | 'making' | 'made'>
}

/** Uses the mailed link, and shows the new receipt once. */
export function RenewReceiptForm({ findReportUrl, words }: { findReportUrl: string; words: Words }) {
  return (
    <ActionForm id="renew-receipt" action={renewReceiptAction}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <Renewed renewed={state.data} findReportUrl={findReportUrl} words={words} />
        ) : (
          <SubmitButton pendingLabel={words.renew.making}>{words.renew.make}</SubmitButton>
        )
      }
    </ActionForm>
  )
}

function Renewed({
  renewed,
  findReportUrl,
  words,
}: {
  renewed: RenewedReceipt
  findReportUrl: string
  words: Words
}) {
  const { receipt, reference, projectName } = renewed
  const text = [
    fillIn(words.receipt.file, { reference, project: projectName }),
    receipt,
    fillIn(words.receipt.fileBack, { url: findReportUrl }),
  ].join('\n\n')
  return (
    <div className="grid gap-6">
      <p className="max-w-prose">{fillIn(words.renew.made, { reference })}</p>
      <ReceiptSecret
        receipt={receipt}
        words={words.receipt}
        leadsTo={words.receipt.toReport}
        fileName={`receipt-${reference}.txt`}
        fileText={`${text}\n`}
      />
      <div data-print="hide">
        <LinkButton href="/report" variant="primary">
          {words.receipt.go}
        </LinkButton>
      </div>
    </div>
  )
}
