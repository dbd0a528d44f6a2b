import { job } from '@/server/jobs/job'
import { chaseUpstream } from './chase-upstream'

job('upstreams.chase', (actor, { caseId, handoverId }) =>
  chaseUpstream(actor, { case: caseId, handover: handoverId }),
)
