'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { changePasswordAction } from '@/server/people/actions'
import { FormFoot } from '@/components/ui/form-foot'
import { NewPasswordField } from './password-field'

/** A new password. Who came in with a mailed link within the last hour leaves the current one empty. */
export function PasswordForm({ address }: { address: string }) {
  return (
    <ActionForm id="password" action={changePasswordAction} resetOnDone className="grid gap-4">
      <input type="hidden" name="username" autoComplete="username" value={address} readOnly />
      <TextInput
        name="currentPassword"
        label="Current password"
        type="password"
        autoComplete="current-password"
        hint="Leave it empty if you signed in with a mailed link within the last hour."
      />
      <NewPasswordField name="newPassword" label="New password" />
      <FormFoot>
        <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
