'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { signInAction } from '@/server/auth/actions'

/** Signs in with address and password, then goes to `to`. */
export function SignInForm({ to }: { to: string }) {
  return (
    <ActionForm id="sign-in" action={signInAction} hidden={{ to }} className="grid gap-5">
      <TextInput name="address" label="Mail address" type="email" autoComplete="username" required />
      <TextInput
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
      />
      <div>
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </div>
    </ActionForm>
  )
}
