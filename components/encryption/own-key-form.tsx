import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { giveKeyAction, takeKeyBackAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'
import { Fingerprint } from './key-names'

/** The reporter gives their public key, or takes it back. */
export function OwnKeyForm({ ownKey, words }: Pick<OwnReport, 'ownKey'> & { words: Catalogue['ownKey'] }) {
  if (ownKey)
    return (
      <ActionForm id="take-key-back" action={takeKeyBackAction} className="grid gap-3">
        <p className="wrap-anywhere">{ownKey.userIds.join(', ')}</p>
        <p>
          <Fingerprint fingerprint={ownKey.fingerprint} />
        </p>
        <p className="text-sm text-muted">{ownKey.isUsable ? words.usable : words.expired}</p>
        <div>
          <SubmitButton variant="secondary" pendingLabel={words.saving}>
            {words.takeBack}
          </SubmitButton>
        </div>
      </ActionForm>
    )
  return (
    <ActionForm id="own-key" action={giveKeyAction} className="grid gap-4">
      <TextArea name="key" label={words.label} hint={words.hint} rows={3} mono optional spellCheck={false} />
      <TextInput name="keyFile" label={words.file} type="file" accept=".asc,.gpg,.pgp,.key" optional />
      <FormFoot>
        <SubmitButton variant="secondary" pendingLabel={words.saving}>
          {words.give}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
