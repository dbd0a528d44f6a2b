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

const forms = {
  testing: { action: askBeforeTestingAction, send: 'Ask the team' },
  policy: { action: suggestPolicyChangeAction, send: 'Send the suggestion' },
  backport: { action: requestBackportAction, send: 'Ask for the backport' },
} as const

type Props = {
  kind: RequestKind
  project: string
  /** The random key of this form: sent twice, it is one request. */
  submission: string
  findUrl: string
  words: Catalogue['receipt']
  /** The fields of this kind, drawn by the server. */
  children: ReactNode
}

/** A short form of one kind of request; once it is sent, the receipt takes its place. */
export function RequestForm({ kind, project, submission, findUrl, words, children }: Props) {
  const { action, send } = forms[kind]
  return (
    <ActionForm id="request" action={action} hidden={{ project, submission }}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <RequestReceiptCard receipt={state.data} findUrl={findUrl} words={words} />
        ) : (
          <div className="grid max-w-2xl gap-6">
            {children}
            <p className="text-muted">
              How to reach you may be left empty: your receipt brings you back in any case. With an address
              you also hear by mail that there is an answer, never what it is.
            </p>
            <TextInput name="contactName" label="Name" optional autoComplete="name" />
            <TextInput name="contactEmail" label="Mail address" optional type="email" autoComplete="email" />
            <div>
              <SubmitButton pendingLabel="Sending…">{send}</SubmitButton>
            </div>
          </div>
        )
      }
    </ActionForm>
  )
}
