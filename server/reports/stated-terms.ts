import { and, eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import { creditOfForm } from '@/domain/reports/report-form'
import type { CreditWish } from '@/domain/reports/reporter-terms'
import type { ReportRow } from '@/server/cases/case-record'
import type { Context } from '@/server/kernel/context'
import { conflict } from '@/server/kernel/problem'
import type { CaseVault } from '@/server/kernel/sealing'
import { reportContact, reportContent } from './report-content'

/** A reporter's terms as they stand now, beside their own date. The report itself is never edited. */
export interface StatedTerms {
  credit: CreditWish
  trackingId: string | null
  toldOthers: string | null
  alreadyPublic: boolean
  exploited: boolean
  personalDataSeen: boolean
}

const place = (reportId: string) => ({ table: 'reports', row: reportId, column: 'terms' })

/** Terms as a report's row holds them. */
export const sealTerms = (vault: CaseVault, reportId: string, terms: StatedTerms): Uint8Array =>
  vault.seal(place(reportId), JSON.stringify(terms))

/** The terms as changed last, or as the report states them. */
export function statedTerms(
  vault: CaseVault,
  report: Pick<ReportRow, 'id' | 'content' | 'contact' | 'terms'>,
): StatedTerms {
  if (report.terms) return JSON.parse(vault.open(place(report.id), report.terms)) as StatedTerms
  const content = reportContent(vault, report)
  const contactName = reportContact(vault, report)?.name ?? null
  const { trackingId, toldOthers, alreadyPublic, exploited, personalDataSeen } = content
  return {
    credit: creditOfForm({ ...content, contactName }),
    trackingId,
    toldOthers,
    alreadyPublic,
    exploited,
    personalDataSeen,
  }
}

/** Changes what the terms hold over the version one saw: a change made elsewhere meanwhile is a conflict, not an overwrite. */
export async function storeTerms(
  context: Context,
  { vault, report }: { vault: CaseVault; report: ReportRow },
  seen: number,
  change: { terms: StatedTerms } | Pick<ReportRow, 'disclosureAt' | 'disclosureTimeZone'>,
): Promise<void> {
  const changed = await context.tx
    .update(reports)
    .set({
      ...('terms' in change ? { terms: sealTerms(vault, report.id, change.terms) } : change),
      termsVersion: seen + 1,
    })
    .where(and(eq(reports.id, report.id), eq(reports.termsVersion, seen)))
    .returning({ id: reports.id })
  if (changed.length === 0)
    throw conflict(
      'Your terms were changed meanwhile, in another window or by an agreement on the date. What you typed is still here: look at the page again, and save again if yours should stand.',
    )
}
