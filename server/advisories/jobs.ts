import { job } from '@/server/jobs/job'
import { publishAdvisory } from './publish-advisory'

job('advisories.publish', (actor, { caseId }) => publishAdvisory(actor, { case: caseId }))
