'use client'

import { Fragment, useEffect, useRef } from 'react'
import { absoluteTime } from '@/lib/describe-time'
import { buttonClass } from '@/components/ui/button-class'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import type { Receipt } from '@/server/reports/submit-report'
import { dropDraft } from './draft'
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
      <section aria-labelledby="receipt-title" className="grid gap-4 rounded-md border border-control p-5">
        <h2 id="receipt-title" className="text-[1.125em]">
          Your receipt
        </h2>
        <p
          data-testid="receipt"
          className="font-mono text-[1.375em]/[1.5] font-semibold tabular-nums select-all"
        >
          {receipt.receipt.split('-').map((group, index) => (
            <Fragment key={index}>
              {index > 0 && (
                <>
                  -<wbr />
                </>
              )}
              {group}
            </Fragment>
          ))}
        </p>
        <p className="max-w-prose">
          Keep it now: it is shown this once, and nobody can give it to you again. With it, and only with it,
          you come back to your report, read answers and write to the team.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton text={receipt.receipt} label="Copy the receipt" />
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(fileOf(receipt, findReportUrl))}`}
            download={`receipt-${receipt.reference}.txt`}
            className={buttonClass('secondary', 'regular')}
          >
            Save as a text file
          </a>
        </div>
      </section>
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
      <div>
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
