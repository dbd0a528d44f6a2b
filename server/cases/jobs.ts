import { job } from '@/server/jobs/job'
import { escalateCase } from './escalate-case'
import { sweepCases } from './sweep-cases'

job('cases.escalate', (actor, { caseId }) => escalateCase(actor, { case: caseId }))
job('cases.sweep', (actor) => sweepCases(actor, {}))
