import type { outgoingMails } from '@/db/schema'
import type { Recipient } from '@/domain/mail/recipient'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { SealBroken } from '@/server/kernel/sealing'
import { minuteMs, plusMs, type Instant } from '@/lib/instant'
import { oneClickLink } from '@/server/reports/stop-news-link'
import { answeredId } from './incoming/answered-id'
import { replyToOf } from './incoming/reply-addresses'
import { loadMail, mailName } from './load-mail'
import { bodyOf, recipientOf, subjectOf } from './mail-text'
import { moveMail } from './move-mail'
import { recoverKey } from './timer-keys'

/** Longer than any attempt lasts (see `attemptMs`). */
const recoverAfterMs = 5 * minuteMs

/** A mail that is this worker's to send, opened. */
export interface ClaimedMail {
  mailId: string
  attempt: number
  recipient: Recipient
  subject: string
  body: string
  /** The body is an armoured OpenPGP message. */
  isEncrypted: boolean
  createdAt: Instant
  /** Where its reader is asked to answer. */
  replyTo: string | null
  /** The Message-ID it answers, without brackets. */
  inReplyTo: string | null
  /** Where a mail program ends these mails by itself (RFC 8058); null: they are none of those that can be ended. */
  unsubscribe: string | null
}

/**
 * Takes a queued mail for one attempt, and sets the timer that looks after it should the worker die.
 * Null when there is nothing to do: it is sent, it is another worker's, or there is no mail server and it is kept.
 */
export const claimMail = command({
  name: 'mail.claim',
  input: mailName,
  may: 'send_mail',
  load: loadMail,
  run: async (context, { mailId }, { mail }): Promise<ClaimedMail | null> => {
    const queued = { id: mailId, attempts: mail.attempts, states: ['queued'] as const }
    if (!environment().SMTP_URL) {
      await moveMail(context, queued, { state: 'kept' })
      return null
    }
    const opened = await openOrFail(context, queued, mail)
    if (opened === null) return null
    const attempt = mail.attempts + 1
    if (!(await moveMail(context, queued, { state: 'sending', attempts: attempt, lastError: null })))
      return null
    const runAt = plusMs(context.now, recoverAfterMs)
    await enqueue(context, 'mail.recover', { mailId, attempt }, { runAt, key: recoverKey(mailId) })
    const replyTo = await replyToOf(context, mail)
    const inReplyTo = await answeredId(context, mail.incomingMailId)
    const { isEncrypted, createdAt } = mail
    // News about a report can be ended; the one answer to a mail cannot.
    const isNews = mail.reportId !== null && mail.incomingMailId === null
    const unsubscribe = isNews ? oneClickLink(mail.reportId!) : null
    return { mailId, attempt, ...opened, isEncrypted, createdAt, replyTo, inReplyTo, unsubscribe }
  },
})

/** A mail sealed with another key fails for good; trying again would find the same. */
async function openOrFail(
  context: Context,
  queued: Parameters<typeof moveMail>[1],
  mail: typeof outgoingMails.$inferSelect,
) {
  try {
    return { recipient: recipientOf(mail), subject: subjectOf(mail), body: bodyOf(mail) }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    await moveMail(context, queued, {
      state: 'failed',
      lastError: 'The mail cannot be opened with this master key.',
    })
    return null
  }
}
