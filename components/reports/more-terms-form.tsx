import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { addTermsAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'

type Props = Pick<OwnReport, 'reference' | 'terms'> & { words: Catalogue['moreTerms'] }

/** What else the reporter wants the team to know: who knows of it, whether it is used, what they call it. */
export function MoreTermsForm({ reference, terms, words }: Props) {
  return (
    <ActionForm
      id="more-terms"
      action={addTermsAction}
      hidden={{ case: reference, seen: String(terms.version) }}
      className="grid gap-4"
    >
      <FormDisclosure summary={words.title}>
        <Checkbox name="exploited" label={words.exploited} defaultChecked={terms.exploited} />
        <Checkbox name="alreadyPublic" label={words.alreadyPublic} defaultChecked={terms.alreadyPublic} />
        <Checkbox
          name="personalDataSeen"
          label={words.personalData}
          hint={words.personalDataHint}
          defaultChecked={terms.personalDataSeen}
        />
        <TextArea
          name="toldOthers"
          label={words.told}
          optional
          rows={2}
          defaultValue={terms.toldOthers ?? ''}
        />
        <TextInput
          name="trackingId"
          label={words.number}
          optional
          mono
          autoComplete="off"
          defaultValue={terms.trackingId ?? ''}
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
