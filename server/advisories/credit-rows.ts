import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { credits } from '@/db/schema'
import { statement } from '@/db/statement'
import type { CreditEntry } from '@/domain/advisories/credit-ledger'
import { termsOfForm } from '@/domain/reports/report-form'
import type { ReportRow } from '@/server/cases/case-record'
import type { FoundCase } from '@/server/cases/load-case'
import { reportContact, reportContent } from '@/server/reports/report-content'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'

/** An entry of the ledger, and what its row is known by. */
export type StoredCredit = CreditEntry & { id: string; reportId: string | null; version: number }

export const creditPlace = (id: string, column: 'name' | 'link') => ({ table: 'credits', row: id, column })

/** The credit ledger of the case. */
export async function creditsOf(context: Context, found: FoundCase): Promise<StoredCredit[]> {
  const rows = await creditsOfCase(context.tx).execute({ caseId: found.case.id })
  return rows.map((row) => ({
    id: row.id,
    reportId: row.reportId,
    version: row.version,
    name: found.vault.open(creditPlace(row.id, 'name'), row.name),
    link: row.link ? found.vault.open(creditPlace(row.id, 'link'), row.link) : null,
    roles: row.roles,
    consent: row.consent,
  }))
}

const creditsOfCase = statement('credits_of_case', (tx) =>
  tx
    .select()
    .from(credits)
    .where(eq(credits.caseId, sql.placeholder('caseId')))
    .orderBy(asc(credits.changedAt), asc(credits.id)),
)

/**
 * Enters the reporter as they asked for in their report; who wants no mention is entered as declined. A report of a linked case is
 * sealed in that case's vault.
 */
export async function enterReporter(
  context: Context,
  found: FoundCase,
  report: ReportRow,
  sealedIn: CaseVault = found.vault,
): Promise<void> {
  const contact = reportContact(sealedIn, report)
  const { credit } = termsOfForm({
    ...reportContent(sealedIn, report),
    contactName: contact?.name ?? null,
  })
  const id = randomUUID()
  const name = credit.as === 'name' ? credit.name : 'Anonymous'
  await context.tx.insert(credits).values({
    id,
    caseId: found.case.id,
    reportId: report.id,
    name: found.vault.seal(creditPlace(id, 'name'), name),
    roles: ['finder', 'reporter'],
    consent: credit.as === 'none' ? 'declined' : 'accepted',
    changedAt: context.now,
  })
}
