'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { useRouter } from 'next/navigation'
import { EncryptChoice } from '@/components/encryption/encrypt-choice'
import type { Catalogue } from '@/domain/languages/en'
import { idleForm } from '@/lib/form-state'
import type { OfferedKey } from '@/server/encryption/project-keys'
import { replyAction } from '@/server/reports/actions'
import { AttachmentsField, type FileLimits } from './attachments-field'
import { sendFromBrowser } from './send-from-browser'
import { CharacterCount } from './character-count'

type Props = {
  /** The case it is about: a report that was split has several. */
  reference: string
  /** The random key of this form: sent twice, it is one message. */
  submission: string
  fileLimits: FileLimits
  maxLength: number
  keys: readonly OfferedKey[]
  /** What was sent before could not be decrypted. */
  isResending: boolean
  words: Pick<Catalogue, 'reply' | 'files' | 'encryption' | 'sending'>
}

const encryptable = { textField: 'body', headings: { body: 'Message' } } as const

/** The reporter writes to the team. */
export function ReplyForm({ reference, submission, fileLimits, maxLength, keys, isResending, words }: Props) {
  const router = useRouter()
  return (
    <ActionForm
      id="reply"
      action={replyAction}
      hidden={{ case: reference, submission }}
      send={(form, { progress }) =>
        sendFromBrowser(form, {
          action: (sent) => replyAction(idleForm(), sent),
          uploadTo: '/report/reply',
          progress,
          encrypt: encryptable,
          keys,
          words: words.sending,
        })
      }
      resetOnDone
      onDone={() => router.refresh()}
      className="grid gap-4"
    >
      <TextArea
        name="body"
        label={isResending ? words.reply.again : words.reply.write}
        rows={4}
        hint={
          <>
            {words.reply.hint}
            <CharacterCount name="body" max={maxLength} />
          </>
        }
      />
      <EncryptChoice
        keys={keys}
        field={isResending ? words.reply.again : words.reply.write}
        readable={words.encryption.replyReadable}
        words={words.encryption}
        open={isResending}
      />
      <AttachmentsField limits={fileLimits} words={words.files} />
      <FormFoot>
        <SubmitButton pendingLabel={words.reply.sending}>{words.reply.send}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
