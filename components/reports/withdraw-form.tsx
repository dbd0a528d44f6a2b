import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Catalogue } from '@/domain/languages/en'
import { withdrawAction } from '@/server/reports/actions'

type Props = { reference: string; hindrance: string | null; words: Catalogue['withdraw'] }

/** Withdraws the report, after it was confirmed. */
export function WithdrawForm({ reference, hindrance, words }: Props) {
  return (
    <ActionForm id="withdraw" action={withdrawAction} hidden={{ case: reference }} className="grid gap-4">
      <FormDisclosure summary={words.title}>
        <p className="max-w-prose text-muted">{words.note}</p>
        {hindrance === null && (
          <>
            <TextArea name="reason" label={words.why} optional rows={2} />
            <Checkbox name="confirmed" label={words.sure} />
          </>
        )}
        <FormFoot>
          <SubmitButton variant="secondary" disabledReason={hindrance ?? undefined}>
            {words.title}
          </SubmitButton>
        </FormFoot>
      </FormDisclosure>
    </ActionForm>
  )
}
