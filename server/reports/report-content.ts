import type { reports } from '@/db/schema'
import type { ReportForm } from '@/domain/reports/report-form'
import { recipientHash } from '@/server/mail/mail-text'
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

/** Seals what a form held into the columns of a report row; the contact is null when none was left. */
export function sealReport(vault: CaseVault, reportId: string, form: ReportForm) {
  const { contactName, contactEmail, ...content } = form
  return {
    content: vault.seal(place(reportId, 'content'), JSON.stringify(content)),
    ...sealContact(vault, reportId, { contactName, contactEmail }),
  }
}

/** The columns that say how to reach the reporter, and the hash by which they ask for a new receipt. */
export const sealContact = (vault: CaseVault, reportId: string, contact: ReportContact) => ({
  contact:
    contact.contactName === null && contact.contactEmail === null
      ? null
      : vault.seal(place(reportId, 'contact'), JSON.stringify(contact)),
  contactHash: contact.contactEmail === null ? null : recipientHash(contact.contactEmail),
})

/** What the form did not ask yet when older reports came. */
const notAskedThen = {
  disclosureDays: null,
  creditHandle: null,
  creditLink: null,
  creditRoles: [],
  trackingId: null,
} satisfies Partial<ReportContent>

/** What a report says, opened; what its form did not ask then is empty. Throws SealBroken. */
export const reportContent = (vault: CaseVault, report: Pick<ReportRow, 'id' | 'content'>): ReportContent =>
  ({
    ...notAskedThen,
    ...JSON.parse(vault.open(place(report.id, 'content'), report.content)),
  }) as ReportContent

/** How to reach the reporter; null: only through the receipt. */
export function reportContact(
  vault: CaseVault,
  report: Pick<ReportRow, 'id' | 'contact'>,
): { name: string | null; email: string | null } | null {
  if (!report.contact) return null
  const contact = JSON.parse(vault.open(place(report.id, 'contact'), report.contact)) as ReportContact
  return { name: contact.contactName, email: contact.contactEmail }
}
