import { job } from '@/server/jobs/job'
import { sweepIncoming } from './incoming/sweep-incoming'
import { takeIncoming } from './incoming/take-incoming'
import { recoverMail } from './recover-mail'
import { sendQueuedMail } from './send-queued-mail'
import { sweepMail } from './sweep-mail'

job('mail.send', sendQueuedMail)
job('mail.recover', recoverMail)
job('mail.sweep', sweepMail)
job('incoming.take', takeIncoming)
job('incoming.sweep', sweepIncoming)
