'use client'

import { Fragment } from 'react'
import { buttonClass } from '@/components/ui/button-class'
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
}

const replaceable = 'Who left no address cannot get another one.'

/** The secret itself, large, to copy and to save. It is shown this once. */
export function ReceiptSecret({ receipt, leadsTo, lost = replaceable, fileName, fileText }: Props) {
  return (
    <section aria-labelledby="receipt-title" className="grid gap-4 rounded-md border border-control p-5">
      <h2 id="receipt-title" className="text-[1.125em]">
        Your receipt
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
        Keep it now: it is shown this once. With it, and only with it, you come back to {leadsTo}. {lost}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={receipt} label="Copy the receipt" />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(fileText)}`}
          download={fileName}
          className={buttonClass('secondary', 'regular')}
          data-print="hide"
        >
          Save as a text file
        </a>
        <PrintButton />
      </div>
    </section>
  )
}
