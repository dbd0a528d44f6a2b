'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import { commentDraftAction } from '@/server/reports/actions'

type Props = {
  /** The case it is about; undefined: the receipt's own. */
  reference: string | undefined
  /** The version of the draft on this page. */
  version: number
  /** The random key of this form: sent twice, it is one comment. */
  submission: string
  words: Catalogue['draftComment']
}

/** The reporter comments on the draft they read. */
export function CommentDraftForm({ reference, version, submission, words }: Props) {
  return (
    <ActionForm
      id="comment"
      action={commentDraftAction}
      hidden={{ ...(reference && { case: reference }), seen: String(version), submission }}
      resetOnDone
      className="grid gap-4"
    >
      <TextArea name="body" label={fillIn(words.label, { version })} rows={4} hint={words.hint} />
      <FormFoot>
        <SubmitButton>{words.send}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
