'use client'

import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/form-state'
import { NewPasswordField } from './password-field'
import { TimeZoneField } from './time-zone-field'

type Props = {
  action: FormAction
  /** Set when the invitation is made out to it: then it is not asked for. */
  address: string | null
  submitLabel: string
}

/** Makes an account: who one is, where mail goes, a password, a zone. */
export function NewAccountForm({ action, address, submitLabel }: Props) {
  return (
    <ActionForm id="new-account" action={action} className="grid gap-5">
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        required
        hint="Your team sees it, and reporters see it when you write to them."
      />
      {address === null ? (
        <TextInput name="address" label="Mail address" type="email" autoComplete="username" required />
      ) : (
        <>
          <DescriptionList items={[{ term: 'Mail address', details: address }]} />
          <input type="hidden" name="username" autoComplete="username" value={address} readOnly />
        </>
      )}
      <NewPasswordField />
      <TimeZoneField />
      <div>
        <SubmitButton pendingLabel="Making your account…">{submitLabel}</SubmitButton>
      </div>
    </ActionForm>
  )
}
