'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import type { RequestKind } from '@/domain/requests/request'
import {
  askBeforeTestingAction,
  requestBackportAction,
  suggestPolicyChangeAction,
} from '@/server/requests/actions'
import { RequestReceiptCard } from './request-receipt-card'

const actions = {
  testing: askBeforeTestingAction,
  policy: suggestPolicyChangeAction,
  backport: requestBackportAction,
} as const

/** What the form says, and the receipt after it. */
export type RequestWords = {
  form: Catalogue['requestForm']
  secret: Catalogue['receipt']
  receipt: Catalogue['requestReceipt']
}

type Props = {
  kind: RequestKind
  project: string
  /** The random key of this form: sent twice, it is one request. */
  submission: string
  findUrl: string
  words: RequestWords
  /** The fields of this kind, drawn by the server. */
  children: ReactNode
}

/** A short form of one kind of request; once it is sent, the receipt takes its place. */
export function RequestForm({ kind, project, submission, findUrl, words, children }: Props) {
  const { form } = words
  return (
    <ActionForm id="request" action={actions[kind]} hidden={{ project, submission }}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <RequestReceiptCard receipt={state.data} findUrl={findUrl} words={words} />
        ) : (
          <div className="grid max-w-2xl gap-6">
            {children}
            <p className="text-muted">{form.reach}</p>
            <TextInput name="contactName" label={form.name} optional autoComplete="name" />
            <TextInput name="contactEmail" label={form.address} optional type="email" autoComplete="email" />
            <div>
              <SubmitButton pendingLabel={form.sending}>{form[kind]}</SubmitButton>
            </div>
          </div>
        )
      }
    </ActionForm>
  )
}
