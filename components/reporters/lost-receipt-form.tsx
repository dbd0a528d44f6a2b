'use client'

import type { ReactNode } from 'react'
import { mailReceiptLinksAction } from '@/server/reporters/actions'
import { ReporterLinkForm } from './reporter-link-form'

/** Asks for the way back to reports whose receipts are lost; around it stands what it can do and cannot. */
export function LostReceiptForm({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <ReporterLinkForm
      id="lost-receipt"
      action={mailReceiptLinksAction}
      button="Mail me a link"
      folded="I lost my receipt"
      before={before}
      after={after}
      said={(address) =>
        `If a report was left with ${address}, a link to a new receipt is on its way there. It works once, for 2 hours.`
      }
    />
  )
}
