import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { chooseNewsAction } from '@/server/reports/actions'

type Props = { reference: string; byMail: boolean; address: string | null; words: Catalogue['news'] }

/** Whether a mail tells of news, and where to. */
export function NewsForm({ reference, byMail, address, words }: Props) {
  return (
    <ActionForm id="news" action={chooseNewsAction} hidden={{ case: reference }} className="grid gap-4">
      <FormDisclosure summary={words.title}>
        <RadioGroup
          name="newsByMail"
          label={words.label}
          hint={words.hint}
          defaultValue={byMail && address !== null ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
        <TextInput
          name="address"
          label={words.address}
          optional={!byMail}
          type="email"
          autoComplete="email"
          hint={words.addressHint}
          defaultValue={address ?? ''}
        />
        <FormFoot>
          <SubmitButton variant="secondary" pendingLabel={words.saving}>
            {words.save}
          </SubmitButton>
        </FormFoot>
      </FormDisclosure>
    </ActionForm>
  )
}
