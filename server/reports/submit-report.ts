import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { insertion } from '@/db/insertion'
import { lastStatements } from '@/db/last-statements'
import { cases, reports } from '@/db/schema'
import { dueWhy, nextDue } from '@/domain/clocks/clock'
import { whyChecked } from '@/domain/projects/flood'
import { termsOfForm } from '@/domain/reports/report-form'
import { titlePlace } from '@/server/cases/case-title'
import { recordBeginning, recordCaseEvent } from '@/server/cases/record-case-event'
import { enqueue } from '@/server/jobs/enqueue'
import { sealReporterKey } from '@/server/encryption/reporter-key'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { invalid } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { indexArrived } from '@/server/search/index-case'
import { takeSolution } from './challenge'
import { refuseWhilePaused } from './intake'
import { openingClocks, receiptPromises, type ReceiptPromises } from './opening-clocks'
import { insertCase } from './insert-case'
import { formOf, loadSubmission } from './load-submission'
import { storeAttachments } from './report-attachments'
import { sealReport } from './report-content'
import { allThatIsWrong, inFormOrder, readReport } from './read-report'
import { reportInput } from './report-input'
import { receiptOfSubmission } from './submission-receipt'
import { tellOfHeld } from './tell-of-held'

/** What a reporter gets for a report: the way back to it, and what was promised the moment it arrived. */
export interface Receipt extends ReceiptPromises {
  receipt: string
  reference: string
  /** A person looks at it before the team is told. */
  isHeld: boolean
  projectName: string
  warnings: string[]
}

/**
 * Takes a report: one case, one report, one event, one job to greet both sides, in one transaction.
 * The receipt follows from the form's own random key, so the same submission sent twice (a double click, a lost answer)
 * is one report with one receipt, and the desk itself keeps only the receipt's hash.
 */
export const submitReport = command({
  name: 'reports.submit',
  input: reportInput,
  may: 'file_report',
  allThatIsWrong,
  load: loadSubmission,
  run: async (context, input, { project, policy, came, earlier, said, submissionHash }): Promise<Receipt> => {
    const { submission, attachments: files, reporterKey, timeZone, solution, channel } = input
    const form = formOf(input)
    // What the desk itself files, somebody has looked at. Other mail is checked: it can solve nothing, so it is held.
    const areSendersChecked = context.actor.kind !== 'job' && whyChecked(project, came) !== null
    // Mail is what a paused form leads to, and has a rule of its own against floods.
    if (!earlier && channel !== 'email') refuseWhilePaused(project, policy.terms)
    const { errors, warnings, keyIds, ownKey } = await readReport(form, policy.terms, {
      attachments: files.length,
      now: context.now,
      channel,
      reporterKey,
    })
    if (Object.keys(errors).length > 0) throw invalid(inFormOrder(errors))

    const given = {
      receipt: receiptOfSubmission(project.id, submission, said),
      projectName: project.name,
    }
    if (earlier)
      return {
        ...given,
        isHeld: earlier.isHeld,
        warnings: earlier.isHeld ? [heldWarning, ...warnings] : warnings,
        reference: earlier.reference,
        ...receiptPromises(earlier.terms, earlier.report),
      }

    // While senders are checked, what nothing solved a challenge for is held; a solution that is no good is refused.
    const isHeld = areSendersChecked && !solution
    if (areSendersChecked && solution) await takeSolution(context, project.id, solution)

    const caseId = randomUUID()
    const reportId = randomUUID()
    const key = vault().newCaseKey(caseId)
    const { disclosureAt, disclosureTimeZone } = termsOfForm(form, context.now)
    const report = { id: reportId, receivedAt: context.now, disclosureAt }
    const next = nextDue(openingClocks(policy.terms, report))
    const found = { case: { id: caseId }, vault: key.vault }
    const openCase = () =>
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
      })
    const storeReport = () =>
      insertReport(context.tx, {
        ...report,
        projectId: project.id,
        caseId,
        policyVersionId: policy.id,
        channel,
        receiptHash: vault().keyedHash('receipt', given.receipt),
        submissionHash,
        ...sealReport(key.vault, reportId, form),
        safeHarbour: policy.terms.safeHarbour,
        disclosureTimeZone,
        timeZone,
        encryptedTo: keyIds,
        openpgpKey: ownKey && sealReporterKey(key.vault, reportId, ownKey),
        newsByMail: input.newsByMail === 'yes',
        language: input.language,
      })
    // In one turn, so that the database is woken once for all of them.
    const storeAll = () =>
      Promise.all([
        openCase(),
        storeReport(),
        recordBeginning(context, found, 'report_received', {
          reportId,
          channel,
          ...(keyIds && { isEncrypted: true }),
          ...(isHeld && { isHeld }),
        }),
        // Whoever releases it has both sides greeted then. Found by its words it is at once, or by the welcome a moment later: a
        // person waits for this, and writing the index takes as long as all the rest.
        isHeld
          ? indexArrived(context, caseId, reportId, form)
          : enqueue(context, 'cases.welcome', { caseId, reportId }),
      ])
    const isAll = !isHeld && files.length === 0 && !form.personalDataSeen
    const [reference] = await (isAll ? lastStatements(context.tx, storeAll) : storeAll())
    if (isHeld) await tellOfHeld(context, { case: await heldCase(context, caseId) })
    await storeAttachments(context, key.vault, { caseId, reportId, messageId: null }, files)
    if (form.personalDataSeen) await recordCaseEvent(context, found, 'personal_data_reported', { reportId })
    return {
      ...given,
      isHeld,
      warnings: isHeld ? [heldWarning, ...warnings] : warnings,
      reference,
      ...receiptPromises(policy.terms, report),
    }
  },
})

async function heldCase({ tx }: Context, caseId: string) {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId))
  if (!row) throw new Error('A case that was just opened is not there.')
  return row
}

const insertReport = insertion('insert_report', reports)

const heldWarning =
  'So many reports arrive just now that a person looks at yours before the team is told. It is stored, the promises count from now, and you need not send it again.'
