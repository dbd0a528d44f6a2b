import { isRetryable } from '@/domain/mail/mail-state'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, refused } from '@/server/kernel/problem'
import { loadMail, mailName } from './load-mail'
import { moveMail } from './move-mail'

/** A person decides that a mail goes out again: one that failed, one whose outcome is unknown, one kept without a mail server. */
export const retryMail = command({
  name: 'mail.retry',
  input: mailName,
  may: 'resend_mail',
  load: loadMail,
  run: async (context, { mailId }, { mail }) => {
    if (!isRetryable(mail.state)) throw refused('This mail is sent or on its way. Nothing was changed.')
    const from = { id: mailId, attempts: mail.attempts, states: [mail.state] }
    if (!(await moveMail(context, from, { state: 'queued', lastError: null })))
      throw conflict('Somebody else sent this mail again just now. Reload to see where it stands.')
    await recordInstanceEvent(context, 'mail_sent_again', { mailId })
    await enqueue(context, 'mail.send', { mailId })
  },
})
