'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { chooseNewsAction } from '@/server/reports/actions'

type Props = { reference: string; byMail: boolean; address: string | null }

/** Whether a mail tells of news, and where to. */
export function NewsForm({ reference, byMail, address }: Props) {
  return (
    <ActionForm id="news" action={chooseNewsAction} hidden={{ case: reference }} className="grid gap-4">
      <FormDisclosure summary="Mails about news">
        <RadioGroup
          name="newsByMail"
          label="A mail when there is news"
          hint="It says that there is news, never what it is."
          defaultValue={byMail && address !== null ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, I look here myself' },
          ]}
        />
        <TextInput
          name="address"
          label="Mail address"
          optional={!byMail}
          type="email"
          autoComplete="email"
          hint="Also the way to a new receipt should you lose yours."
          defaultValue={address ?? ''}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" pendingLabel="Saving…">
            Save the choice
          </SubmitButton>
          <DoneNote />
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
