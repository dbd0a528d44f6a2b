import { command } from '@/server/kernel/command'
import { attemptName, loadMail } from './load-mail'
import { moveMail } from './move-mail'

/**
 * Records that from now on the mail server may have the mail, before it is given a byte of it. False when the mail is no longer
 * this attempt's: then it must not be sent.
 */
export const handOverMail = command({
  name: 'mail.handOver',
  input: attemptName,
  may: 'send_mail',
  load: loadMail,
  run: (context, { mailId, attempt }) =>
    moveMail(context, { id: mailId, attempts: attempt, states: ['sending'] }, { state: 'handing_over' }),
})
