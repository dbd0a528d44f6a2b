'use client'

import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { ReceiptSecret } from '@/components/reports/receipt-secret'
import { renewReceiptAction } from '@/server/reporters/actions'
import type { Catalogue } from '@/domain/languages/en'
import type { RenewedReceipt } from '@/server/reporters/renew-receipt'

type Words = Catalogue['receipt']

/** Uses the mailed link, and shows the new receipt once. */
export function RenewReceiptForm({ findReportUrl, words }: { findReportUrl: string; words: Words }) {
  return (
    <ActionForm id="renew-receipt" action={renewReceiptAction}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <Renewed renewed={state.data} findReportUrl={findReportUrl} words={words} />
        ) : (
          <SubmitButton pendingLabel="Making it…">Make a new receipt</SubmitButton>
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
  const text = `Receipt for report ${reference} to ${projectName}\n\n${receipt}\n\nCome back with it at ${findReportUrl}\n`
  return (
    <div className="grid gap-6">
      <p className="max-w-prose">
        This is the new receipt for <span className="font-mono">{reference}</span>. The old one opens nothing
        any more.
      </p>
      <ReceiptSecret
        receipt={receipt}
        words={words}
        leadsTo="your report, read answers and write to the team"
        fileName={`receipt-${reference}.txt`}
        fileText={text}
      />
      <div data-print="hide">
        <LinkButton href="/report" variant="primary">
          Go to my report
        </LinkButton>
      </div>
    </div>
  )
}
