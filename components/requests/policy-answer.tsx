'use client'

import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { answerSuggestionAction } from '@/server/requests/actions'
import type { RequestView } from '@/server/requests/request-view'
import { AnswerButton } from './answer-button'

type Props = { request: RequestView; policy: NonNullable<RequestView['policy']> }

/** Taken, with the policy version that holds it, or not taken, with the reason. */
export function PolicyAnswer({ request: { id, version, mayAnswer, project }, policy }: Props) {
  const hasVersion = policy.since.length > 0
  return (
    <ActionForm
      id="answer"
      action={answerSuggestionAction}
      hidden={{ request: id, seen: String(version) }}
      className="grid max-w-2xl gap-4"
    >
      <p className="text-muted">
        {policy.suggestedAt !== null && `Suggested while version ${policy.suggestedAt} was in force. `}
        {hasVersion ? (
          'Choose the version that holds it.'
        ) : (
          <>
            To take it,{' '}
            <a href={`/console/projects/${project.slug}`} className="text-accent underline">
              change the policy
            </a>{' '}
            first; then choose the new version here.
          </>
        )}
      </p>
      <RadioGroup
        name="state"
        label="Is it taken?"
        choices={[
          { value: 'taken', label: 'Taken', disabled: !hasVersion },
          { value: 'not_taken', label: 'Not taken, for this reason' },
        ]}
      />
      {hasVersion && (
        <Select
          name="version"
          label="The version that holds it"
          optional
          placeholder="None"
          choices={policy.since.map((one) => ({
            value: String(one.version),
            label: `Version ${one.version}, since ${one.inForceFrom.slice(0, 10)}`,
          }))}
        />
      )}
      <TextArea name="answer" label="What came of it, or the reason" rows={4} />
      <AnswerButton mayAnswer={mayAnswer} />
    </ActionForm>
  )
}
