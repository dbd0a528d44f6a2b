'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { addTermsAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'

/** What else the reporter wants the team to know: who knows of it, whether it is used, what they call it. */
export function MoreTermsForm({ reference, terms }: Pick<OwnReport, 'reference' | 'terms'>) {
  return (
    <ActionForm
      id="more-terms"
      action={addTermsAction}
      hidden={{ case: reference, seen: String(terms.version) }}
      className="grid gap-4"
    >
      <FormDisclosure summary="More about the report">
        <Checkbox
          name="exploited"
          label="I know or suspect that it is being exploited"
          defaultChecked={terms.exploited}
        />
        <Checkbox
          name="alreadyPublic"
          label="It is public already, or somebody else may publish it"
          defaultChecked={terms.alreadyPublic}
        />
        <Checkbox
          name="personalDataSeen"
          label="I came across personal data of others"
          hint="The team is alerted. Say in a message whose it is and where it is now; do not attach it."
          defaultChecked={terms.personalDataSeen}
        />
        <TextArea
          name="toldOthers"
          label="Whom else you told"
          optional
          rows={2}
          defaultValue={terms.toldOthers ?? ''}
        />
        <TextInput
          name="trackingId"
          label="Your own number for it"
          optional
          mono
          autoComplete="off"
          defaultValue={terms.trackingId ?? ''}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" pendingLabel="Saving…">
            Save what you said
          </SubmitButton>
          <DoneNote />
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
