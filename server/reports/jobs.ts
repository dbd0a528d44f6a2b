import { job } from '@/server/jobs/job'
import { welcomeReport } from './welcome-report'

job('cases.welcome', (actor, { caseId, reportId }) =>
  welcomeReport(actor, { case: caseId, report: reportId }),
)
