import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { insertion } from '@/db/insertion'
import { lastStatements } from '@/db/last-statements'
import { cases, reports, type policyVersions, type projects } from '@/db/schema'
import { dueWhy, nextDue } from '@/domain/clocks/clock'
import { termsOfForm, type ReportForm } from '@/domain/reports/report-form'
import { titlePlace } from '@/server/cases/case-title'
import { recordBeginning, recordCaseEvent } from '@/server/cases/record-case-event'
import type { PublicKeyFacts } from '@/server/encryption/read-public-key'
import { sealReporterKey } from '@/server/encryption/reporter-key'
import { enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { indexArrived } from '@/server/search/index-case'
import { insertCase } from './insert-case'
import { openingClocks } from './opening-clocks'
import { storeAttachments } from './report-attachments'
import { sealReport } from './report-content'
import { tellOfHeld } from './tell-of-held'

type ReportRow = typeof reports.$inferInsert

/** A report that is to be taken. */
interface Arrived {
  project: typeof projects.$inferSelect
  policy: typeof policyVersions.$inferSelect
  form: ReportForm
  files: readonly File[]
  /** A person looks at it before the team is told. */
  isHeld: boolean
  /** The reporter's own OpenPGP key. */
  ownKey: PublicKeyFacts | null
  /** How it was sent. */
  sent: Pick<
    ReportRow,
    'channel' | 'submissionHash' | 'receiptHash' | 'timeZone' | 'encryptedTo' | 'newsByMail' | 'language'
  >
}

/** Makes a case of a report: one case, one report, one event, and one job to greet both sides; for a held one the word to the leads. */
export async function openReportedCase(
  context: Context,
  { project, policy, form, files, isHeld, ownKey, sent }: Arrived,
) {
  const caseId = randomUUID()
  const reportId = randomUUID()
  const key = vault().newCaseKey(caseId)
  const found = { case: { id: caseId }, vault: key.vault }
  const { disclosureAt, disclosureTimeZone } = termsOfForm(form, context.now)
  const report = { id: reportId, receivedAt: context.now, disclosureAt }
  const next = nextDue(openingClocks(policy.terms, report))

  // In one turn, so that the database is woken once for all of them.
  const store = () =>
    Promise.all([
      insertCase(context, project.key, {
        id: caseId,
        projectId: project.id,
        policyVersionId: policy.id,
        wrappedKey: key.wrapped,
        title: key.vault.seal(titlePlace(caseId), form.title),
        receivedAt: context.now,
        isHeld,
        changedAt: context.now,
        nextDueAt: next?.dueAt ?? null,
        nextDueKind: next?.kind ?? null,
        nextEscalationAt: next?.dueAt ?? null,
        nextDueWhy: next && dueWhy(next),
      }),
      insertReport(context.tx, {
        ...report,
        ...sent,
        projectId: project.id,
        caseId,
        policyVersionId: policy.id,
        ...sealReport(key.vault, reportId, form),
        safeHarbour: policy.terms.safeHarbour,
        disclosureTimeZone,
        openpgpKey: ownKey && sealReporterKey(key.vault, reportId, ownKey),
      }),
      recordBeginning(context, found, 'report_received', {
        reportId,
        channel: sent.channel,
        ...(sent.encryptedTo && { isEncrypted: true }),
        ...(isHeld && { isHeld }),
      }),
      // Whoever releases it has both sides greeted then. Found by its words it is at once, or by the welcome a moment later: a person
      // waits for this, and writing the index takes as long as all the rest.
      isHeld
        ? indexArrived(context, caseId, reportId, form)
        : enqueue(context, 'cases.welcome', { caseId, reportId }),
    ])
  const isAll = !isHeld && files.length === 0 && !form.personalDataSeen
  const [reference] = await (isAll ? lastStatements(context.tx, store) : store())
  if (isHeld) await tellOfHeld(context, { case: await heldCase(context, caseId) })
  await storeAttachments(context, key.vault, { caseId, reportId, messageId: null }, files)
  if (form.personalDataSeen) await recordCaseEvent(context, found, 'personal_data_reported', { reportId })
  return { reference, report }
}

const insertReport = insertion('insert_report', reports)

async function heldCase({ tx }: Context, caseId: string) {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId))
  if (!row) throw new Error('A case that was just opened is not there.')
  return row
}
