'use client'

import { mailMyReportsAction } from '@/server/reporters/actions'
import { ReporterLinkForm } from './reporter-link-form'

/** Asks for a link that opens the reporter's own list. */
export function MyReportsForm() {
  return (
    <ReporterLinkForm
      id="my-reports"
      action={mailMyReportsAction}
      button="Mail me a link"
      said={(address) =>
        `A link that opens your list is on its way to ${address}. It works once, for 2 hours.`
      }
    />
  )
}
