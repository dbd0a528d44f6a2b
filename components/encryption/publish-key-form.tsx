'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { publishKeyAction } from '@/server/encryption/actions'

type Props = { project: string; lockedBecause?: string }

/** Publishes a public key, pasted or as a file. */
export function PublishKeyForm({ project, lockedBecause }: Props) {
  return (
    <ActionForm
      id="publish-key"
      action={publishKeyAction}
      hidden={{ project }}
      resetOnDone
      className="grid max-w-2xl gap-4"
    >
      <fieldset disabled={lockedBecause !== undefined} className="grid gap-4">
        <legend className="sr-only">The key</legend>
        <TextArea
          name="key"
          label="Public key"
          hint="Print it with gpg --armor --export, followed by its address. The private key stays with your team; the desk never needs it."
          rows={5}
          mono
          optional
          spellCheck={false}
        />
        <TextInput
          name="keyFile"
          label="Or its file"
          hint="Armoured or binary."
          type="file"
          accept=".asc,.gpg,.pgp,.key"
          optional
        />
      </fieldset>
      <FormFoot>
        <SubmitButton pendingLabel="Publishing…" disabledReason={lockedBecause}>
          Publish this key
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
