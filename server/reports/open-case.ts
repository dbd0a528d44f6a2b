import { randomBytes, randomUUID } from 'node:crypto'
import { insertion } from '@/db/insertion'
import { reports } from '@/db/schema'
import type { channelsWithoutReporter } from '@/domain/reports/channel'
import { reportFormSchema, reportLimits } from '@/domain/reports/report-form'
import type { Rating } from '@/domain/severity/rating'
import { severityAsSaid } from '@/domain/severity/severity-as-said'
import type { Instant } from '@/lib/instant'
import { acknowledgeNow } from '@/server/cases/acknowledge-case'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { loadCaseRecord } from '@/server/cases/case-record'
import { titlePlace } from '@/server/cases/case-title'
import { loadCase } from '@/server/cases/load-case'
import { recordBeginning } from '@/server/cases/record-case-event'
import { storeOpinion } from '@/server/cases/store-opinion'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { policyInForce } from '@/server/policies/policy-in-force'
import type { ProjectRow } from '@/server/projects/load-project'
import { indexArrived } from '@/server/search/index-case'
import { insertCase } from './insert-case'
import { sealReport } from './report-content'

const insertReport = insertion('insert_opened_report', reports)

interface Known {
  channel: (typeof channelsWithoutReporter)[number]
  title: string
  description: string
  impact?: string | null
  affectedVersions?: string | null
  receivedAt: Instant
  /** What the source says of the severity; it decides nothing, and stands as an opinion with where it is from. */
  severity: {
    vector: string | null
    rating: Rating | null
    cwes: readonly string[]
    /** Where it is from, a sentence. */
    from: string
  }
}

/**
 * Makes a case of what nobody reported: GitHub told of it, or an assessment found it. Whoever takes it answers for it from the first
 * moment. Its report has no receipt that anybody holds, no contact and no credit, so nobody is written to.
 */
export async function openCase(
  context: Context,
  project: ProjectRow,
  known: Known,
): Promise<{ caseId: string; reference: string }> {
  const { channel, receivedAt } = known
  const policy = await policyInForce(context, project.id)
  const caseId = randomUUID()
  const reportId = randomUUID()
  const key = vault().newCaseKey(caseId)
  const form = reportFormSchema.parse({
    title: known.title.slice(0, reportLimits.line) || 'Untitled',
    description: known.description.slice(0, reportLimits.body) || known.title,
    impact: known.impact,
    affectedVersions: known.affectedVersions?.slice(0, reportLimits.version),
    creditAs: 'none',
  })
  const reference = await insertCase(context, project.key, {
    id: caseId,
    projectId: project.id,
    policyVersionId: policy.id,
    wrappedKey: key.wrapped,
    title: key.vault.seal(titlePlace(caseId), form.title),
    receivedAt,
    changedAt: context.now,
    // What is known of the weakness lets similar cases be found before anybody classifies it.
    cwes: [...known.severity.cwes],
  })
  const nobodys = () => randomBytes(32).toString('base64url')
  await insertReport(context.tx, {
    id: reportId,
    projectId: project.id,
    caseId,
    policyVersionId: policy.id,
    channel,
    receivedAt,
    receiptHash: vault().keyedHash('receipt', nobodys()),
    submissionHash: vault().keyedHash('submission', nobodys()),
    ...sealReport(key.vault, reportId, form),
    safeHarbour: null,
    newsByMail: false,
  })
  await indexArrived(context, caseId, reportId, form)
  await recordBeginning(context, { case: { id: caseId }, vault: key.vault }, 'report_received', {
    reportId,
    channel,
  })
  const found = await loadCase(context, caseId)
  if (!found) throw new Error('The new case is not there.')
  await acknowledgeNow(context, found, await loadCaseRecord(context, found))
  const said = severityAsSaid(known.severity)
  if (said) await storeOpinion(context, found, said, known.severity.from)
  await refreshCaseIndex(context, caseId)
  return { caseId, reference }
}
