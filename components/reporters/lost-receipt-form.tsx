'use client'

import type { ReactNode } from 'react'
import type { Catalogue } from '@/domain/languages/en'
import { mailReceiptLinksAction } from '@/server/reporters/actions'
import { ReporterLinkForm } from './reporter-link-form'

type Props = {
  before: ReactNode
  after: ReactNode
  title: string
  /** Said after sending, whatever the `{address}`. */
  said: string
  words: Catalogue['reporterLink']
}

/** Asks for the way back to reports whose receipts are lost; around it stands what it can do and cannot. */
export function LostReceiptForm({ title, ...rest }: Props) {
  return <ReporterLinkForm id="lost-receipt" action={mailReceiptLinksAction} folded={title} {...rest} />
}
