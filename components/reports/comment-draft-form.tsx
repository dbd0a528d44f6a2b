'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { commentDraftAction } from '@/server/reports/actions'

type Props = {
  /** The case it is about; undefined: the receipt's own. */
  reference: string | undefined
  /** The version of the draft on this page. */
  version: number
  /** The random key of this form: sent twice, it is one comment. */
  submission: string
}

/** The reporter comments on the draft they read. */
export function CommentDraftForm({ reference, version, submission }: Props) {
  return (
    <ActionForm
      id="comment"
      action={commentDraftAction}
      hidden={{ ...(reference && { case: reference }), seen: String(version), submission }}
      resetOnDone
      className="grid gap-4"
    >
      <TextArea
        name="body"
        label={`Your comment on version ${version}`}
        rows={4}
        hint="What is wrong, missing, or says too much. It also stands in your conversation with the team."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>Send the comment</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
