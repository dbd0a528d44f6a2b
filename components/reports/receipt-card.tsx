'use client'

import { useEffect, useRef } from 'react'
import { absoluteTime } from '@/lib/describe-time'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { Receipt } from '@/server/reports/submit-report'
import { dropDraft } from './draft'
import { ReceiptSecret } from './receipt-secret'
import { TwoZones } from './two-zones'

type Props = { receipt: Receipt; project: string; findReportUrl: string }

/** The one thing on the page after a report was sent: the secret, what it is for, and what happens next and when. */
export function ReceiptCard({ receipt, project, findReportUrl }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dropDraft(project)
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [project])
  return (
    <div id="receipt" className="mx-auto grid max-w-2xl gap-6">
      <div>
        <h1 ref={heading} tabIndex={-1} className="text-[1.75em]/[1.2] outline-none">
          Your report has arrived
        </h1>
        <p className="mt-1 text-muted">
          {receipt.projectName} · <span className="font-mono">{receipt.reference}</span>
        </p>
      </div>
      <ReceiptSecret
        receipt={receipt.receipt}
        leadsTo="your report, read answers and write to the team"
        fileName={`receipt-${receipt.reference}.txt`}
        fileText={fileOf(receipt, findReportUrl)}
      />
      {receipt.warnings.map((warning) => (
        <Callout key={warning} kind="warning" title="Sent all the same">
          <p>{warning}</p>
        </Callout>
      ))}
      <section aria-labelledby="next-title" className="grid gap-2">
        <h2 id="next-title" className="text-[1.125em]">
          What happens next
        </h2>
        <ul className="grid max-w-prose list-disc gap-2 pl-5">
          <li>
            {receipt.acknowledgeBy === null ? (
              'A maintainer acknowledges your report as soon as possible.'
            ) : (
              <>
                A maintainer acknowledges your report:{' '}
                <TwoZones instant={receipt.acknowledgeBy} zone={receipt.teamTimeZone} due />.
              </>
            )}
          </li>
          {receipt.respondBy !== null && (
            <li>
              You get an answer that says what happens next:{' '}
              <TwoZones instant={receipt.respondBy} zone={receipt.teamTimeZone} due />.
            </li>
          )}
          <li>If we are late, your report’s page says so and lets you remind the team.</li>
        </ul>
      </section>
      <div data-print="hide">
        <LinkButton href="/report" variant="primary">
          Go to my report
        </LinkButton>
        <p className="mt-2 text-sm text-muted">
          This browser remembers the receipt. On a shared computer, choose “Leave” there.
        </p>
      </div>
    </div>
  )
}

const fileOf = (
  { receipt, reference, projectName, receivedAt, acknowledgeBy }: Receipt,
  url: string,
): string =>
  [
    `Receipt for report ${reference} to ${projectName}`,
    '',
    receipt,
    '',
    `Come back with it at ${url}`,
    `Received: ${absoluteTime(receivedAt, 'UTC', receivedAt)} (${receivedAt})`,
    ...(acknowledgeBy
      ? [`To be acknowledged by: ${absoluteTime(acknowledgeBy, 'UTC', receivedAt)} (${acknowledgeBy})`]
      : []),
    'Whoever has this receipt can read the report. Keep it to yourself.',
    '',
  ].join('\n')
