import { and, eq, inArray } from 'drizzle-orm'
import { advisories, credits } from '@/db/schema'
import type { FoundCase } from '@/server/cases/load-case'
import { reportsOfCase } from '@/server/cases/linked-cases'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'
import { enterReporter } from './credit-rows'

/**
 * A second finder keeps their own credit: enters them in the ledger of the case where the work goes on, once it has one. What is
 * published names them after a correction; the next step asks for it.
 */
export async function enterLinkedReporters(
  context: Context,
  original: FoundCase,
  duplicate: FoundCase,
): Promise<void> {
  const [advisory] = await context.tx
    .select({ id: advisories.id })
    .from(advisories)
    .where(eq(advisories.caseId, original.case.id))
  if (!advisory) return
  for (const report of await reportsOfCase(context, duplicate.case.id)) {
    const creditId = await enterReporter(context, original, report, duplicate.vault)
    if (creditId !== null) await recordCaseEvent(context, original, 'credit_changed', { creditId })
  }
}

/** The link was a mistake: takes them out again, unless the advisory with their credit is published. */
export async function removeLinkedReporters(
  context: Context,
  original: FoundCase,
  duplicate: FoundCase,
): Promise<void> {
  if (original.case.announcedAt !== null) return
  const theirs = (await reportsOfCase(context, duplicate.case.id)).map(({ id }) => id)
  await context.tx
    .delete(credits)
    .where(and(eq(credits.caseId, original.case.id), inArray(credits.reportId, theirs)))
}
