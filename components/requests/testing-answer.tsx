'use client'

import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { answerTestingAction } from '@/server/requests/actions'
import type { RequestView } from '@/server/requests/request-view'
import { AnswerButton } from './answer-button'

/** Allowed with conditions, or not allowed with the reason. */
export function TestingAnswer({ request: { id, version, mayAnswer } }: { request: RequestView }) {
  return (
    <ActionForm
      id="answer"
      action={answerTestingAction}
      hidden={{ request: id, seen: String(version) }}
      className="grid max-w-2xl gap-4"
    >
      <RadioGroup
        name="state"
        label="May they test this?"
        choices={[
          { value: 'allowed', label: 'Allowed, under these conditions' },
          { value: 'not_allowed', label: 'Not allowed, for this reason' },
        ]}
      />
      <TextArea
        name="answer"
        label="Conditions, or the reason"
        rows={4}
        hint="When, from where, what to leave alone, whom to call."
      />
      <AnswerButton mayAnswer={mayAnswer} />
    </ActionForm>
  )
}
