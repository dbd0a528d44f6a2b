'use client'

import type { Catalogue } from '@/domain/languages/en'
import { mailMyReportsAction } from '@/server/reporters/actions'
import { ReporterLinkForm } from './reporter-link-form'

type Props = {
  /** Said after sending, whatever the `{address}`. */
  said: string
  words: Catalogue['reporterLink']
}

/** Asks for a link that opens the reporter's own list. */
export function MyReportsForm(props: Props) {
  return <ReporterLinkForm id="my-reports" action={mailMyReportsAction} {...props} />
}
