import { z } from 'zod'
import { encryptableText } from '@/domain/encryption/encryptable-text'
import { ok } from '@/lib/result'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { storeMessage } from '@/server/cases/store-message'
import { encryptedTo, mailEncryptedTo } from '@/server/encryption/read-message'
import { invalid } from '@/server/kernel/problem'
import { messageSubmission, submissionOf } from '@/server/cases/submission'
import type { Context } from '@/server/kernel/context'
import type { OwnCase } from './load-own-case'
import { attachmentFiles, storeAttachments } from './report-attachments'
import { reporterCommand } from './reporter-command'

/** In characters. */
export const replyLimit = 20_000

/** The reporter writes to the team, with files if they like. Sent twice, it is one message. */
export const replyAsReporter = reporterCommand({
  name: 'reporters.reply',
  input: {
    body: encryptableText(replyLimit, 'Write the message.'),
    attachments: attachmentFiles,
    submission: messageSubmission,
    /** Said by the door it came in by. */
    channel: z.enum(['web', 'email']).default('web'),
  },
  may: 'reply_as_reporter',
  run: (context, { body, attachments: files, submission, channel }, found) =>
    storeReply(context, found, { body, submission, files, draftVersion: null, channel }),
})

interface Reply {
  body: string
  submission: string | undefined
  files: readonly File[]
  /** The version of the shared draft it comments on; null: none. */
  draftVersion: number | null
  channel?: 'web' | 'email'
}

/** Stores what a reporter wrote, records it and tells the handlers; the same form sent twice is one message. */
export async function storeReply(
  context: Context,
  found: OwnCase,
  { body, submission, files, draftVersion, channel = 'web' }: Reply,
): Promise<{ messageId: string }> {
  const { hash, messageId: repeated } = await submissionOf(context, found.case.id, submission, body)
  if (repeated) return { messageId: repeated }
  const reportId = found.report.id
  const read = channel === 'email' ? ok(await mailEncryptedTo(body)) : await encryptedTo(body)
  if (!read.ok) throw invalid({ body: [read.refusal.reason] })
  const messageId = await storeMessage(context, found, {
    kind: 'reply',
    reportId,
    authorId: null,
    submissionHash: hash,
    body,
    encryptedTo: read.value,
    draftVersion,
  })
  await storeAttachments(context, found.vault, { caseId: found.case.id, reportId, messageId }, files)
  await recordCaseEvent(context, found, 'reporter_replied', {
    messageId,
    reportId,
    ...(read.value && { isEncrypted: true }),
  })
  await tellHandlers(context, found, 'reporter_replied', messageId)
  return { messageId }
}
