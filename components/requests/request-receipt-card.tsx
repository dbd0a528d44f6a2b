'use client'

import { ReceiptHeading } from '@/components/reports/receipt-heading'
import { ReceiptSecret } from '@/components/reports/receipt-secret'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { useViewerZone } from '@/components/ui/viewer-zone'
import type { Catalogue } from '@/domain/languages/en'
import { useUiWords } from '@/components/ui/ui-language'
import { absoluteTime } from '@/lib/describe-time'
import { fillIn } from '@/lib/ui-words'
import type { RequestReceipt } from '@/server/requests/take-request'

type Props = {
  receipt: RequestReceipt
  findUrl: string
  words: { secret: Catalogue['receipt']; receipt: Catalogue['requestReceipt'] }
}

/** The one thing on the page after something was asked: the secret that leads to the answer. */
export function RequestReceiptCard({ receipt, findUrl, words: { secret, receipt: words } }: Props) {
  const { locale } = useUiWords()
  const zone = useViewerZone() ?? 'UTC'
  return (
    <div id="receipt" className="mx-auto grid max-w-2xl gap-6">
      <div>
        <ReceiptHeading>{words.arrived}</ReceiptHeading>
        <p className="mt-1 text-muted">{receipt.projectName}</p>
      </div>
      <ReceiptSecret
        lost={words.lost}
        receipt={receipt.receipt}
        leadsTo={words.leadsTo}
        words={secret}
        fileName="receipt-request.txt"
        fileText={fileOf(receipt, findUrl, secret, words, { locale, zone })}
      />
      {receipt.missing.length > 0 && (
        <Callout kind="warning" title={words.missing}>
          <ul className="grid list-disc gap-1 pl-4">
            {receipt.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>{words.missingNote}</p>
        </Callout>
      )}
      <div>
        <LinkButton href="/request" variant="primary">
          {words.go}
        </LinkButton>
        <p className="mt-2 text-sm text-muted">{secret.remembered}</p>
      </div>
    </div>
  )
}

const fileOf = (
  { receipt, projectName, receivedAt }: RequestReceipt,
  url: string,
  secret: Catalogue['receipt'],
  words: Catalogue['requestReceipt'],
  { locale, zone }: { locale: string; zone: string },
): string =>
  [
    fillIn(words.file, { project: projectName }),
    '',
    receipt,
    '',
    fillIn(secret.fileBack, { url }),
    fillIn(secret.fileReceived, {
      when: `${absoluteTime(receivedAt, zone, receivedAt, locale)} (${receivedAt})`,
    }),
    words.fileSecret,
    '',
  ].join('\n')
