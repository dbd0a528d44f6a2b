'use client'

import { useEffect } from 'react'
import { absoluteTime } from '@/lib/describe-time'
import { useUiWords } from '@/components/ui/ui-language'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { useViewerZone } from '@/components/ui/viewer-zone'
import type { Receipt } from '@/server/reports/submit-report'
import { dropDraft } from './draft'
import { ReceiptHeading } from './receipt-heading'
import { ReceiptSecret } from './receipt-secret'
import { TwoZones } from './two-zones'

type Props = { receipt: Receipt; project: string; findReportUrl: string; words: Catalogue['receipt'] }

/** The one thing on the page after a report was sent: the secret, what it is for, and what happens next and when. */
export function ReceiptCard({ receipt, project, findReportUrl, words }: Props) {
  const { locale } = useUiWords()
  const zone = useViewerZone() ?? 'UTC'
  useEffect(() => dropDraft(project), [project])
  return (
    <div id="receipt" className="mx-auto grid max-w-2xl gap-6">
      <div>
        <ReceiptHeading>{words.arrived}</ReceiptHeading>
        <p className="mt-1 text-muted">
          {receipt.projectName} · <span className="font-mono">{receipt.reference}</span>
        </p>
      </div>
      <ReceiptSecret
        receipt={receipt.receipt}
        leadsTo={words.toReport}
        words={words}
        fileName={`receipt-${receipt.reference}.txt`}
        fileText={fileOf(receipt, findReportUrl, words, { locale, zone })}
      />
      {receipt.warnings.map((warning) => (
        <Callout key={warning} kind="warning" title={words.sentAllTheSame}>
          <p>{warning}</p>
        </Callout>
      ))}
      <section aria-labelledby="next-title" className="grid gap-2">
        <h2 id="next-title" className="text-[1.125em]">
          {words.next}
        </h2>
        <ul className="grid max-w-prose list-disc gap-2 pl-5">
          <li>
            {receipt.acknowledgeBy === null ? (
              words.acknowledgedSoon
            ) : (
              <>
                {words.acknowledged}{' '}
                <TwoZones instant={receipt.acknowledgeBy} zone={receipt.teamTimeZone} due />.
              </>
            )}
          </li>
          {receipt.respondBy !== null && (
            <li>
              {words.answered} <TwoZones instant={receipt.respondBy} zone={receipt.teamTimeZone} due />.
            </li>
          )}
          <li>{words.late}</li>
        </ul>
      </section>
      <div data-print="hide">
        <LinkButton href="/report" variant="primary">
          {words.go}
        </LinkButton>
        <p className="mt-2 text-sm text-muted">{words.remembered}</p>
      </div>
    </div>
  )
}

const fileOf = (
  { receipt, reference, projectName, receivedAt, acknowledgeBy }: Receipt,
  url: string,
  words: Catalogue['receipt'],
  { locale, zone }: { locale: string; zone: string },
): string =>
  [
    fillIn(words.file, { reference, project: projectName }),
    '',
    receipt,
    '',
    fillIn(words.fileBack, { url }),
    fillIn(words.fileReceived, {
      when: `${absoluteTime(receivedAt, zone, receivedAt, locale)} (${receivedAt})`,
    }),
    ...(acknowledgeBy
      ? [
          fillIn(words.fileDue, {
            when: `${absoluteTime(acknowledgeBy, zone, receivedAt, locale)} (${acknowledgeBy})`,
          }),
        ]
      : []),
    words.fileSecret,
    '',
  ].join('\n')
