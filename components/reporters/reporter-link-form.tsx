'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import type { FormAction } from '@/lib/form-state'

type Props = {
  id: string
  action: FormAction
  words: Catalogue['reporterLink']
  /** Said after sending, whatever the `{address}`. */
  said: string
  /** Folds the form under these words. */
  folded?: string
  before?: ReactNode
  after?: ReactNode
}

/** Asks for an address and mails a link there; what is said then is the same for every address. */
export function ReporterLinkForm({ id, action, words, said, folded, before, after }: Props) {
  return (
    <ActionForm id={id} action={action}>
      {(state) => {
        const fields = (
          <div className="grid gap-4">
            {before}
            {state.status === 'done' && (
              <div role="status">
                <Callout kind="success" title={words.look}>
                  <p>{fillIn(said, { address: String(state.values.address ?? '') })}</p>
                </Callout>
              </div>
            )}
            <TextInput name="address" label={words.address} type="email" autoComplete="email" required />
            <div>
              <SubmitButton variant="secondary" pendingLabel={words.sending}>
                {words.send}
              </SubmitButton>
            </div>
            {after}
          </div>
        )
        return folded === undefined ? fields : <FormDisclosure summary={folded}>{fields}</FormDisclosure>
      }}
    </ActionForm>
  )
}
