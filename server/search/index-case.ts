import type { AdvisoryDraft } from '@/domain/advisories/advisory-draft'
import { signsOf } from '@/domain/search/signs'
import type { ReportContent } from '@/server/reports/report-content'
import type { Context } from '@/server/kernel/context'
import { clearText, indexForms, indexWords } from './word-index'

type Findable = Pick<
  ReportContent,
  'title' | 'description' | 'impact' | 'reproduction' | 'suggestedFix' | 'affectedVersions' | 'trackingId'
>

/** What of a report is searched: what it says of the vulnerability, not who sent it. */
export const reportTexts = (report: Omit<Findable, 'trackingId'>): (string | null)[] => [
  report.title,
  report.description,
  report.impact,
  report.reproduction,
  report.suggestedFix,
  report.affectedVersions,
]

/** Makes the title of a case findable. */
export const indexTitle = (context: Pick<Context, 'tx'>, caseId: string, title: string): Promise<void> =>
  indexWords(context, caseId, { source: 'title', item: caseId }, [title])

/** Makes a case findable by what the report says that opened it. */
export async function indexArrived(
  context: Pick<Context, 'tx'>,
  caseId: string,
  reportId: string,
  report: Findable,
): Promise<void> {
  await Promise.all([
    indexTitle(context, caseId, report.title),
    indexReport(context, caseId, reportId, report),
  ])
}

/** Makes a report findable: by its words, by what its reporter calls it, and by the signs that tell its vulnerability from others. */
export async function indexReport(
  context: Pick<Context, 'tx'>,
  caseId: string,
  reportId: string,
  report: Findable,
): Promise<void> {
  const texts = reportTexts(report)
  await Promise.all([
    indexWords(context, caseId, { source: 'report', item: reportId }, texts),
    indexForms(context, caseId, { source: 'signs', item: reportId }, signsOf(clearText(texts))),
    ...(report.trackingId === null ? [] : [indexTrackingId(context, caseId, reportId, report.trackingId)]),
  ])
}

/** Makes a report findable by the id that its reporter has for it, which they may say or change later. */
export const indexTrackingId = (
  context: Pick<Context, 'tx'>,
  caseId: string,
  reportId: string,
  trackingId: string | null,
): Promise<void> => indexWords(context, caseId, { source: 'terms', item: reportId }, [trackingId])

/** Makes what the advisory says findable, and its CVE id. */
export const indexAdvisory = (
  context: Pick<Context, 'tx'>,
  caseId: string,
  advisoryId: string,
  draft: AdvisoryDraft,
): Promise<void> =>
  indexWords(context, caseId, { source: 'advisory', item: advisoryId }, [
    draft.title,
    draft.summary,
    draft.impact,
    draft.actions,
    draft.workarounds,
    ...draft.references.flatMap(({ label, url }) => [label, url]),
    draft.cveId,
    draft.noCveReason,
  ])
