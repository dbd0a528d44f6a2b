'use client'

import { TextInput } from '@/components/ui/text-input'
import { passwordLength } from '@/domain/people/password'

/** A new password, with what makes a good one. Works with password managers and pasting. */
export function NewPasswordField({
  name = 'password',
  label = 'Password',
}: {
  name?: string
  label?: string
}) {
  return (
    <TextInput
      name={name}
      label={label}
      type="password"
      autoComplete="new-password"
      required
      hint={`At least ${passwordLength.min} characters. A few words in a row are fine.`}
    />
  )
}
