import { randomBytes, randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { advisories, reports } from '@/db/schema'
import { emptyDraft } from '@/domain/advisories/advisory-draft'
import { publicAdvisoryId, publicIdBytes } from '@/domain/advisories/public-id'
import { titleOf } from '@/server/cases/case-title'
import type { FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { draftPlace } from './advisory-record'
import { enterReporter } from './credit-rows'

/** Begins the advisory of a case that was confirmed: its public id, a draft with the case's title, and the reporters in the credit ledger. */
export async function createAdvisory(context: Context, found: FoundCase): Promise<void> {
  const id = randomUUID()
  await context.tx.insert(advisories).values({
    id,
    caseId: found.case.id,
    projectId: found.case.projectId,
    publicId: publicAdvisoryId(context.now, randomBytes(publicIdBytes)),
    draft: found.vault.seal(draftPlace(id), JSON.stringify({ ...emptyDraft, title: titleOf(found) })),
  })
  const reported = await context.tx
    .select()
    .from(reports)
    .where(eq(reports.caseId, found.case.id))
    .orderBy(asc(reports.receivedAt))
  for (const report of reported) await enterReporter(context, found, report)
}
