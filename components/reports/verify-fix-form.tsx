'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { answerVerificationAction } from '@/server/reports/actions'

type Props = { reference: string; asked: { lineId: string; line: string; version: string; url: string } }

/** The reporter says whether the fix of one line holds. */
export function VerifyFixForm({ reference, asked: { lineId, line, version, url } }: Props) {
  return (
    <ActionForm
      id={`verify-${lineId}`}
      action={answerVerificationAction}
      hidden={{ case: reference, line: lineId }}
      className="grid gap-3"
    >
      <RadioGroup
        name="result"
        label={
          <>
            Does the fix in{' '}
            <a href={url} rel="noreferrer nofollow" className="font-mono text-accent underline">
              {version}
            </a>{' '}
            ({line}) hold?
          </>
        }
        choices={[
          { value: 'verified', label: 'It works for me' },
          { value: 'vulnerable', label: 'Still vulnerable' },
        ]}
      />
      <TextArea
        name="words"
        label="What you did"
        rows={3}
        hint="Needed when it is still vulnerable: what you did, and what happens."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary">Tell the team</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
