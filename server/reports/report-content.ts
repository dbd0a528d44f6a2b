import type { reports } from '@/db/schema'
import type { ReportForm } from '@/domain/reports/report-form'
import type { CaseVault } from '@/server/kernel/sealing'

type ReportRow = typeof reports.$inferSelect

export type ReportContact = Pick<ReportForm, 'contactName' | 'contactEmail'>
/** What the reporter wrote, word for word. */
export type ReportContent = Omit<ReportForm, keyof ReportContact>

const place = (reportId: string, column: 'content' | 'contact') => ({
  table: 'reports',
  row: reportId,
  column,
})

/** Seals what a form held into the two columns of a report row; the contact is null when none was left. */
export function sealReport(vault: CaseVault, reportId: string, form: ReportForm) {
  const { contactName, contactEmail, ...content } = form
  const hasContact = contactName !== null || contactEmail !== null
  return {
    content: vault.seal(place(reportId, 'content'), JSON.stringify(content)),
    contact: hasContact
      ? vault.seal(place(reportId, 'contact'), JSON.stringify({ contactName, contactEmail }))
      : null,
  }
}

export const reportContent = (vault: CaseVault, report: Pick<ReportRow, 'id' | 'content'>): ReportContent =>
  JSON.parse(vault.open(place(report.id, 'content'), report.content)) as ReportContent

/** How to reach the reporter; null: only through the receipt. */
export function reportContact(
  vault: CaseVault,
  report: Pick<ReportRow, 'id' | 'contact'>,
): { name: string | null; email: string | null } | null {
  if (!report.contact) return null
  const contact = JSON.parse(vault.open(place(report.id, 'contact'), report.contact)) as ReportContact
  return { name: contact.contactName, email: contact.contactEmail }
}
