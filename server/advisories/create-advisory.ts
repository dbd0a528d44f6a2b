import { randomBytes, randomUUID } from 'node:crypto'
import { advisories } from '@/db/schema'
import { emptyDraft } from '@/domain/advisories/advisory-draft'
import { publicAdvisoryId, publicIdBytes } from '@/domain/advisories/public-id'
import { titleOf } from '@/server/cases/case-title'
import { linkedCases, reportsOfCase } from '@/server/cases/linked-cases'
import type { FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { indexAdvisory } from '@/server/search/index-case'
import { draftPlace } from './advisory-record'
import { enterReporter } from './credit-rows'

/** Begins the advisory of a case that was confirmed: its public id, a draft with the case's title, and the reporters in the credit ledger, those of linked cases too. */
export async function createAdvisory(context: Context, found: FoundCase): Promise<void> {
  const id = randomUUID()
  const draft = { ...emptyDraft, title: titleOf(found) }
  await context.tx.insert(advisories).values({
    id,
    caseId: found.case.id,
    projectId: found.case.projectId,
    publicId: publicAdvisoryId(context.now, randomBytes(publicIdBytes)),
    draft: found.vault.seal(draftPlace(id), JSON.stringify(draft)),
  })
  await indexAdvisory(context, found.case.id, id, draft)
  for (const report of await reportsOfCase(context, found.case.id))
    await enterReporter(context, found, report)
  for (const linked of await linkedCases(context, found.case.id))
    for (const report of linked.reports) await enterReporter(context, found, report, linked.found.vault)
}
