'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { answerDateAction } from '@/server/reports/actions'

/** The reporter accepts or declines a date the team proposes. */
export function AnswerDateForm({ proposal, reference }: { proposal: string; reference: string }) {
  return (
    <ActionForm
      id={`answer-${proposal}`}
      action={answerDateAction}
      hidden={{ case: reference, proposal }}
      className="grid gap-3"
    >
      <TextArea name="answer" label="Words to go with the answer" optional rows={2} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton name="accepted" value="yes">
          Accept this date
        </SubmitButton>
        <SubmitButton variant="secondary" name="accepted" value="no">
          Decline
        </SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
