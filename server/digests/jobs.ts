import { job } from '@/server/jobs/job'
import { sendDigests } from './send-digests'
import { sweepDigests } from './sweep-digests'

job('digests.send', sendDigests)
job('digests.sweep', (actor) => sweepDigests(actor, {}))
