import { randomUUID } from 'node:crypto'
import { insertion } from '@/db/insertion'
import { outgoingMails } from '@/db/schema'
import { oneLine, readRecipient, type Recipient } from '@/domain/mail/recipient'
import { enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import type { Instant } from '@/lib/instant'
import { cleanText } from '@/lib/text'
import { recipientHash, sealMail } from './mail-text'
import { sendKey } from './timer-keys'

export interface MailToSend {
  /** What the mail is for, e.g. `acknowledged:<report id>`: the same occasion and recipient is one mail, however often asked. */
  occasion: string
  recipient: Recipient
  subject: string
  /** Plain text that never holds what a case holds; or, where so said, a text encrypted to the recipient. */
  body: string
  /** The body is the armoured message of `encryptForMail`. */
  isEncrypted?: boolean
  caseId?: string
  projectId?: string
  /** The report whose reporter this is: an answer to the mail is theirs. */
  reportId?: string
  /** The mail that came in and is answered. */
  incomingMailId?: string
  /** Not before then. */
  sendAt?: Instant
}

/**
 * Writes a mail and causes its sending, both in the caller's transaction. Returns its id, or null when this occasion already wrote
 * to that recipient. An address that is none never fails the caller: the mail stands in the outbox as failed.
 */
export async function sendMail(
  context: Pick<Context, 'tx' | 'now'>,
  { occasion, recipient, subject, body, isEncrypted = false, sendAt, ...about }: MailToSend,
): Promise<string | null> {
  const id = randomUUID()
  const reachable = readRecipient(recipient)
  const sealed = sealMail(id, {
    recipient: reachable ?? { name: '', address: oneLine(recipient.address) },
    subject: oneLine(subject),
    body: cleanText(body),
  })
  const [written] = await insertUnlessWritten(context.tx, {
    id,
    ...sealed,
    occasion,
    isEncrypted,
    recipientHash: recipientHash(recipient.address),
    ...about,
    state: reachable ? 'queued' : 'failed',
    lastError: reachable ? null : 'The address cannot be written to.',
    createdAt: context.now,
  })
  if (!written) return null
  if (reachable)
    await enqueue(context, 'mail.send', { mailId: id }, sendAt ? { runAt: sendAt, key: sendKey(id) } : {})
  return id
}

const insertUnlessWritten = insertion('insert_mail', outgoingMails, (insert) =>
  insert
    .onConflictDoNothing({ target: [outgoingMails.occasion, outgoingMails.recipientHash] })
    .returning({ id: outgoingMails.id }),
)
