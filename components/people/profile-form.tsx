'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { updateProfileAction } from '@/server/people/actions'
import { FormFoot } from '@/components/ui/form-foot'
import { TimeZoneField } from './time-zone-field'

/** One's own name and time zone. */
export function ProfileForm({ name, timeZone }: { name: string; timeZone: string }) {
  return (
    <ActionForm id="profile" action={updateProfileAction} className="grid gap-4">
      <TextInput name="name" label="Name" autoComplete="name" defaultValue={name} required />
      <TimeZoneField chosen={timeZone} />
      <FormFoot>
        <SubmitButton pendingLabel="Saving…">Save profile</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
