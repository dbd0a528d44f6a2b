'use client'

import { Fragment } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import { CopyButton } from '@/components/ui/copy-button'
import { PrintButton } from '@/components/ui/print-button'

type Props = {
  receipt: string
  /** What it leads back to, as the end of “come back to …”. */
  leadsTo: string
  /** What becomes of a lost one, as a sentence. */
  lost?: string
  fileName: string
  /** What the saved text file says. */
  fileText: string
  words: Pick<Catalogue['receipt'], 'title' | 'keep' | 'lost' | 'copy' | 'save'>
}

/** The secret itself, large, to copy and to save. It is shown this once. */
export function ReceiptSecret({ receipt, leadsTo, lost, fileName, fileText, words }: Props) {
  return (
    <section aria-labelledby="receipt-title" className="grid gap-4 rounded-md border border-control p-5">
      <h2 id="receipt-title" className="text-[1.125em]">
        {words.title}
      </h2>
      <p
        data-testid="receipt"
        className="font-mono text-[1.375em]/[1.5] font-semibold tabular-nums select-all"
      >
        {receipt.split('-').map((group, index) => (
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
        {fillIn(words.keep, { leadsTo })} {lost ?? words.lost}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={receipt} label={words.copy} />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(fileText)}`}
          download={fileName}
          className={buttonClass('secondary', 'regular')}
          data-print="hide"
        >
          {words.save}
        </a>
        <PrintButton />
      </div>
    </section>
  )
}
