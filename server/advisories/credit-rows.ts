import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { credits } from '@/db/schema'
import { statement } from '@/db/statement'
import type { CreditEntry, CreditRole } from '@/domain/advisories/credit-ledger'
import { creditName, type CreditWish } from '@/domain/reports/reporter-terms'
import type { ReportRow } from '@/server/cases/case-record'
import type { FoundCase } from '@/server/cases/load-case'
import { statedTerms } from '@/server/reports/stated-terms'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'

/** An entry of the ledger, and what its row is known by. */
export type StoredCredit = CreditEntry & { id: string; reportId: string | null; version: number }

/** Where the name and the link of a credit are sealed. */
export const creditPlace = (id: string, column: 'name' | 'link') => ({ table: 'credits', row: id, column })

/** The credit ledger of the case. */
export async function creditsOf(context: Context, found: FoundCase): Promise<StoredCredit[]> {
  return readCredits(found, await creditsOfCase(context.tx).execute({ caseId: found.case.id }))
}

/** Rows of `creditsOfCase`, opened. */
export const readCredits = (
  found: FoundCase,
  rows: readonly (typeof credits.$inferSelect)[],
): StoredCredit[] =>
  rows.map((row) => ({
    id: row.id,
    reportId: row.reportId,
    version: row.version,
    name: found.vault.open(creditPlace(row.id, 'name'), row.name),
    link: row.link ? found.vault.open(creditPlace(row.id, 'link'), row.link) : null,
    roles: row.roles,
    consent: row.consent,
  }))

export const creditsOfCase = statement('credits_of_case', (tx) =>
  tx
    .select()
    .from(credits)
    .where(eq(credits.caseId, sql.placeholder('caseId')))
    .orderBy(asc(credits.changedAt), asc(credits.id)),
)

/** What the ledger holds of a reporter's wish; who wants no mention is entered as declined. */
export function creditOfWish({ vault }: Pick<FoundCase, 'vault'>, id: string, wish: CreditWish) {
  const link = wish.as === 'name' ? wish.link : null
  return {
    name: vault.seal(creditPlace(id, 'name'), creditName(wish) ?? 'Anonymous'),
    link: link === null ? null : vault.seal(creditPlace(id, 'link'), link),
    roles: wish.as === 'none' ? (['finder', 'reporter'] satisfies CreditRole[]) : [...wish.roles],
    consent: wish.as === 'none' ? ('declined' as const) : ('accepted' as const),
  }
}

/**
 * Enters the reporter as they asked for, unless the ledger has them already; the id of the new entry. A report of a linked case is
 * sealed in that case's vault.
 */
export async function enterReporter(
  context: Context,
  found: FoundCase,
  report: ReportRow,
  sealedIn: CaseVault = found.vault,
): Promise<string | null> {
  const id = randomUUID()
  const [entered] = await context.tx
    .insert(credits)
    .values({
      id,
      caseId: found.case.id,
      reportId: report.id,
      ...creditOfWish(found, id, statedTerms(sealedIn, report).credit),
      changedAt: context.now,
    })
    .onConflictDoNothing({
      target: [credits.caseId, credits.reportId],
      where: sql`${credits.reportId} is not null`,
    })
    .returning({ id: credits.id })
  return entered?.id ?? null
}
