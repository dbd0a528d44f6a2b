'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { mailLinkAction } from '@/server/auth/actions'

/** Asks for a mailed link, the way in for who forgot their password. */
export function MailLinkForm({ to }: { to: string }) {
  return (
    <ActionForm id="mail-link" action={mailLinkAction} hidden={{ to }} className="grid gap-4">
      {(state) => (
        <>
          {state.status === 'done' && (
            <div role="status">
              <Callout kind="success" title="Look into your mail">
                If an account has the address {String(state.values.address ?? '')}, a link to sign in is on
                its way. It works once, for 30 minutes.
              </Callout>
            </div>
          )}
          <TextInput name="address" label="Mail address" type="email" autoComplete="email" required />
          <div>
            <SubmitButton variant="secondary">Mail me a link</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
