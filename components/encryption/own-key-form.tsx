'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { giveKeyAction, takeKeyBackAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'
import { Fingerprint } from './key-names'

/** The reporter gives their public key, or takes it back. */
export function OwnKeyForm({ ownKey }: Pick<OwnReport, 'ownKey'>) {
  if (ownKey)
    return (
      <ActionForm id="take-key-back" action={takeKeyBackAction} className="grid gap-3">
        <p className="wrap-anywhere">{ownKey.userIds.join(', ')}</p>
        <p>
          <Fingerprint fingerprint={ownKey.fingerprint} />
        </p>
        <p className="text-sm text-muted">
          {ownKey.isUsable
            ? 'Mails to you are encrypted to this key and hold what the team wrote.'
            : 'This key has expired: mails to you say only that there is news. Take it back and give a new one.'}
        </p>
        <div>
          <SubmitButton variant="secondary">Take the key back</SubmitButton>
        </div>
      </ActionForm>
    )
  return (
    <ActionForm id="own-key" action={giveKeyAction} className="grid gap-4">
      <TextArea
        name="key"
        label="Your OpenPGP public key"
        hint="Mails to you are then encrypted and hold what the team wrote. Print it with gpg --armor --export."
        rows={3}
        mono
        optional
        spellCheck={false}
      />
      <TextInput name="keyFile" label="Or its file" type="file" accept=".asc,.gpg,.pgp,.key" optional />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Give this key
        </SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
