import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, projects, reporterLinks, reports } from '@/db/schema'
import { formatReceipt, receiptBytes } from '@/domain/reports/receipt'
import { receiptHash } from '@/server/auth/receipt-hash'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { command } from '@/server/kernel/command'
import { refused } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { loadInstance } from '@/server/people/load-account'
import { takeReporterLink } from './reporter-link'

/** A new receipt in place of a lost one, shown once. */
export interface RenewedReceipt {
  receipt: string
  reference: string
  projectName: string
}

/** Uses a mailed link: the report gets a new receipt, and from then on the old one opens nothing. */
export const renewReceipt = command({
  name: 'reporters.renewReceipt',
  input: z.object({ token: z.string().max(100) }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { token }): Promise<RenewedReceipt> => {
    const { tx, now } = context
    const { reportId, addressHash } = await takeReporterLink(context, 'new_receipt', token)
    const receipt = formatReceipt(randomBytes(receiptBytes))
    const [renewed] = await tx
      .update(reports)
      .set({ receiptHash: receiptHash(receipt) ?? '' })
      // Whoever has moved the report to another address since is not locked out by an old mail.
      .where(and(eq(reports.id, reportId ?? ''), eq(reports.contactHash, addressHash)))
      .returning({ id: reports.id, caseId: reports.caseId, projectId: reports.projectId })
    if (!renewed) throw refused('This report has another address by now. Ask for a link with that one.')
    await tx
      .update(reporterLinks)
      .set({ usedAt: now })
      .where(and(eq(reporterLinks.reportId, renewed.id), isNull(reporterLinks.usedAt)))
    const [row] = await tx
      .select({ reference: cases.reference, wrappedKey: cases.wrappedKey, projectName: projects.name })
      .from(cases)
      .innerJoin(projects, eq(projects.id, cases.projectId))
      .where(eq(cases.id, renewed.caseId))
    if (!row) throw new Error('A report without its case.')
    const { reference, projectName, wrappedKey } = row
    const found = { case: { id: renewed.caseId }, vault: vault().openCaseKey(renewed.caseId, wrappedKey) }
    const reporter = { kind: 'reporter', reportId: renewed.id } as const
    await recordCaseEvent({ ...context, actor: reporter }, found, 'receipt_renewed', { reportId: renewed.id })
    return { receipt, reference, projectName }
  },
})
