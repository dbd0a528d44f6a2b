'use client'

import { useEffect, useRef } from 'react'
import { ReceiptSecret } from '@/components/reports/receipt-secret'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { Catalogue } from '@/domain/languages/en'
import { absoluteTime } from '@/lib/describe-time'
import type { RequestReceipt } from '@/server/requests/take-request'

type Props = { receipt: RequestReceipt; findUrl: string; words: Catalogue['receipt'] }

/** The one thing on the page after something was asked: the secret that leads to the answer. */
export function RequestReceiptCard({ receipt, findUrl, words }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  return (
    <div id="receipt" className="mx-auto grid max-w-2xl gap-6">
      <div>
        <h1 ref={heading} tabIndex={-1} className="text-[1.75em]/[1.2] outline-none">
          Your request has arrived
        </h1>
        <p className="mt-1 text-muted">{receipt.projectName}</p>
      </div>
      <ReceiptSecret
        lost="Nobody can give it to you again."
        receipt={receipt.receipt}
        leadsTo="your request and read the answer"
        words={words}
        fileName="receipt-request.txt"
        fileText={fileOf(receipt, findUrl)}
      />
      {receipt.missing.length > 0 && (
        <Callout kind="warning" title="Something is still missing">
          <ul className="grid list-disc gap-1 pl-4">
            {receipt.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>Add it on your request’s page. Until then nobody can accept it.</p>
        </Callout>
      )}
      <div>
        <LinkButton href="/request" variant="primary">
          Go to my request
        </LinkButton>
        <p className="mt-2 text-sm text-muted">
          This browser remembers the receipt. On a shared computer, choose “Leave” there.
        </p>
      </div>
    </div>
  )
}

const fileOf = ({ receipt, projectName, receivedAt }: RequestReceipt, url: string): string =>
  [
    `Receipt for a request to ${projectName}`,
    '',
    receipt,
    '',
    `Come back with it at ${url}`,
    `Received: ${absoluteTime(receivedAt, 'UTC', receivedAt)} (${receivedAt})`,
    'Whoever has this receipt can read the request. Keep it to yourself.',
    '',
  ].join('\n')
