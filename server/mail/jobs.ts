import { job } from '@/server/jobs/job'
import { recoverMail } from './recover-mail'
import { sendQueuedMail } from './send-queued-mail'
import { sweepMail } from './sweep-mail'

job('mail.send', sendQueuedMail)
job('mail.recover', recoverMail)
job('mail.sweep', sweepMail)
