import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { outcomeUnknown } from './delivery'
import { attemptName, loadMail } from './load-mail'
import { moveMail } from './move-mail'

/**
 * Ends an attempt whose worker died. Before the server had a byte of the mail it is sent again; after that nobody can know,
 * and it is never sent twice by itself: it waits in the outbox for a person.
 */
export const recoverMail = command({
  name: 'mail.recover',
  input: attemptName,
  may: 'send_mail',
  load: loadMail,
  run: async (context, { mailId, attempt }) => {
    const from = (state: 'sending' | 'handing_over') => ({ id: mailId, attempts: attempt, states: [state] })
    const lastError = 'The attempt was cut off before the mail server was given the mail.'
    if (await moveMail(context, from('sending'), { state: 'queued', lastError })) {
      await enqueue(context, 'mail.send', { mailId })
      log('warn', 'mail_attempt_recovered', { mailId, attempt })
    } else if (await moveMail(context, from('handing_over'), { state: 'failed', lastError: outcomeUnknown }))
      log('warn', 'mail_outcome_unknown', { mailId, attempt })
  },
})
