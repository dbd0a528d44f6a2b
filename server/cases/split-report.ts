import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachments, caseParticipants, cases, events, projects, reports } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import { carriedEvents, checkSplit } from '@/domain/cases/split'
import { longText, shortText } from '@/lib/text'
import { reporterKey, sealReporterKey } from '@/server/encryption/reporter-key'
import { appendEvent } from '@/server/kernel/event-chain'
import type { Context } from '@/server/kernel/context'
import { allowedBy, refused } from '@/server/kernel/problem'
import type { CaseVault } from '@/server/kernel/sealing'
import { vault } from '@/server/kernel/vault'
import { insertCase } from '@/server/reports/insert-case'
import { reportContact, reportContent, sealReport } from '@/server/reports/report-content'
import { indexReport, indexTitle } from '@/server/search/index-case'
import { sealTerms, statedTerms } from '@/server/reports/stated-terms'
import { refreshCaseIndex } from './case-index'
import { caseCommand } from './case-command'
import { loadCaseRecord, type ReportRow } from './case-record'
import { titlePlace } from './case-title'
import type { FoundCase } from './load-case'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeNotice } from './store-message'
import { messageSubmission } from './submission'

/**
 * Makes a second case of a report that holds two vulnerabilities. It begins where the first one stands for its reporter: the instant
 * the report arrived, its policy, terms, credit, clocks and handler; the one receipt opens both. Sent twice, it is one case.
 */
export const splitReport = caseCommand({
  name: 'cases.split',
  input: {
    report: z.uuid().optional(),
    title: shortText(200, 'Name the second vulnerability in one line. Only the team sees it.'),
    explanation: longText(10_000, 'Say what is in which case. The reporter reads it in both.'),
    submission: messageSubmission,
  },
  may: 'split_case',
  run: async (context, { report: named, title, explanation, submission }, found) => {
    const record = await loadCaseRecord(context, found)
    const report = named === undefined ? record.reports[0] : record.reports.find(({ id }) => id === named)
    if (!report) throw refused('This case has no such report. Load the page again.')
    const key = `${found.case.id}/${submission ?? randomUUID()}/${title}`
    const submissionHash = vault().keyedHash('split', key)
    const earlier = await splitBefore(context, submissionHash)
    if (earlier) return earlier

    allowedBy(checkSplit(record.facts))
    const second = await openSecondCase(context, found, report, title)
    const copyId = await copyReport(context, found, report, second, submissionHash)
    await copyParticipants(context, found, second)
    await carryOver(context, found, second, { report, copyId, events: record.events })
    await recordCaseEvent(context, found, 'split_into', { caseId: second.case.id, reportId: report.id })
    const told = `Your report holds more than one vulnerability, and each is handled in a case of its own: ${found.case.reference} and ${second.reference}. Your receipt opens both; both keep your credit, your terms and the instant your report arrived.\n\n${explanation}`
    await storeNotice(context, found, report.id, told)
    await storeNotice(context, second, copyId, told)
    await tellReporter(context, found, report, 'split', second.case.id)
    await refreshCaseIndex(context, second.case.id)
    return { reference: second.reference }
  },
})

type SecondCase = { case: { id: string }; vault: CaseVault; reference: string }

async function splitBefore({ tx }: Context, submissionHash: string) {
  const [earlier] = await tx
    .select({ reference: cases.reference })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.submissionHash, submissionHash))
  return earlier
}

async function openSecondCase(
  context: Context,
  { case: first }: FoundCase,
  report: ReportRow,
  title: string,
): Promise<SecondCase> {
  const id = randomUUID()
  const key = vault().newCaseKey(id)
  const [project] = await context.tx
    .select({ key: projects.key })
    .from(projects)
    .where(eq(projects.id, first.projectId))
  const reference = await insertCase(context, project?.key ?? '', {
    id,
    projectId: first.projectId,
    policyVersionId: report.policyVersionId,
    wrappedKey: key.wrapped,
    title: key.vault.seal(titlePlace(id), title),
    receivedAt: report.receivedAt,
    changedAt: context.now,
    handlerId: first.handlerId,
    acknowledgedAt: first.acknowledgedAt,
    isRestricted: first.isRestricted,
  })
  await indexTitle(context, id, title)
  return { case: { id }, vault: key.vault, reference }
}

/** The report again, word for word, under the second case's key; its files as well. */
async function copyReport(
  context: Context,
  { vault: from }: FoundCase,
  report: ReportRow,
  { case: { id: caseId }, vault: to }: SecondCase,
  submissionHash: string,
): Promise<string> {
  const id = randomUUID()
  const contact = reportContact(from, report)
  const key = reporterKey(from, report)
  const form = {
    ...reportContent(from, report),
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
  }
  await context.tx.insert(reports).values({
    ...report,
    ...sealReport(to, id, form),
    openpgpKey: key && sealReporterKey(to, id, key),
    terms: report.terms && sealTerms(to, id, statedTerms(from, report)),
    id,
    caseId,
    receiptHash: null,
    splitFrom: report.splitFrom ?? report.id,
    submissionHash,
  })
  const { trackingId } = statedTerms(from, report)
  await indexReport(context, caseId, id, { ...form, trackingId })
  const files = await context.tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.reportId, report.id), isNull(attachments.messageId)))
    .orderBy(asc(attachments.position))
  for (const file of files) {
    const fileId = randomUUID()
    const place = (row: string, column: string) => ({ table: 'attachments', row, column })
    const again = (column: 'name' | 'content') =>
      to.seal(place(fileId, column), from.openBytes(place(file.id, column), file[column]))
    const copied = { name: again('name'), content: again('content') }
    await context.tx.insert(attachments).values({ ...file, ...copied, id: fileId, caseId, reportId: id })
  }
  return id
}

/** Whoever is on a restricted case, or helps with it, sees the second one too. */
export async function copyParticipants(
  context: Context,
  found: FoundCase,
  second: { case: { id: string } },
): Promise<void> {
  const on = await context.tx
    .select()
    .from(caseParticipants)
    .where(eq(caseParticipants.caseId, found.case.id))
  for (const { personId, as } of on) {
    const row = { caseId: second.case.id, personId, as, since: context.now }
    await context.tx.insert(caseParticipants).values(row)
  }
}

/** Begins the second chain with what happened to that report so far, each with the instant and the actor it had. */
async function carryOver(
  context: Context,
  found: FoundCase,
  second: SecondCase,
  { report, copyId, events: happened }: { report: ReportRow; copyId: string; events: CaseEvent[] },
): Promise<void> {
  const stored = await context.tx
    .select({ actor: events.actor })
    .from(events)
    .where(eq(events.chainId, found.case.id))
    .orderBy(asc(events.position))
  const past = happened.map((event, index) => ({ ...event, actor: stored[index]?.actor ?? context.actor }))
  const carried = carriedEvents(past, report.id)
  await recordCaseEvent(context, second, 'split_off', {
    fromCaseId: found.case.id,
    reportId: copyId,
    carried: carried.length,
  })
  for (const { type, at, data, actor } of carried)
    await appendEvent(context.tx, {
      chainId: second.case.id,
      type,
      at,
      actor,
      data: 'reportId' in data ? { ...data, reportId: copyId } : { ...data },
      prose: null,
    })
}
