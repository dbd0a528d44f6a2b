'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { changeMailAddressesAction } from '@/server/projects/actions'

type Props = { project: string; version: number; addresses: readonly string[]; lockedBecause?: string }

/** Says which addresses belong to a project. */
export function MailAddressesForm({ project, version, addresses, lockedBecause }: Props) {
  return (
    <ActionForm
      id="mail-addresses"
      action={changeMailAddressesAction}
      hidden={{ project, version: String(version) }}
      className="grid max-w-2xl gap-5"
    >
      <fieldset disabled={lockedBecause !== undefined} className="grid gap-5">
        <legend className="sr-only">Addresses</legend>
        <TextArea
          name="addresses"
          label="Addresses of this project"
          hint="One on each line, such as security@example.org. Reporters answer to the first. They must all reach the mailbox of the desk."
          defaultValue={addresses.join('\n')}
          rows={3}
          optional
        />
      </fieldset>
      <FormFoot>
        <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
          Save
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
