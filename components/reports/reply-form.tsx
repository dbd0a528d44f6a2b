'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { replyAction } from '@/server/reports/actions'
import { AttachmentsField, type FileLimits } from './attachments-field'
import { CharacterCount } from './character-count'

type Props = {
  /** The random key of this form: sent twice, it is one message. */
  submission: string
  fileLimits: FileLimits
  maxLength: number
}

/** The reporter writes to the team. */
export function ReplyForm({ submission, fileLimits, maxLength }: Props) {
  return (
    <ActionForm id="reply" action={replyAction} hidden={{ submission }} resetOnDone className="grid gap-4">
      <TextArea
        name="body"
        label="Write to the team"
        rows={4}
        hint={
          <>
            Only the security team reads it.
            <CharacterCount name="body" max={maxLength} />
          </>
        }
      />
      <AttachmentsField limits={fileLimits} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel="Sending…">Send to the team</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
