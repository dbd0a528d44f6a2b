import { and, eq, lt, sql } from 'drizzle-orm'
import { reports } from '@/db/schema'
import type { EmbargoProposal } from '@/domain/embargo/counter-proposal'
import type { Context } from '@/server/kernel/context'
import type { FoundCase } from './load-case'
import { recordCaseEvent } from './record-case-event'

/** Who agrees to a later date publishes then: their own date moves along, and never to an earlier one. */
export async function moveOwnDate(
  context: Context,
  found: Pick<FoundCase, 'case' | 'vault'>,
  { reportId, until }: Pick<EmbargoProposal, 'reportId' | 'until'>,
): Promise<void> {
  const moved = await context.tx
    .update(reports)
    .set({ disclosureAt: until, termsVersion: sql`${reports.termsVersion} + 1` })
    .where(and(eq(reports.id, reportId), lt(reports.disclosureAt, until)))
    .returning({ id: reports.id })
  if (moved.length > 0)
    await recordCaseEvent(
      context,
      found,
      'reporter_terms_changed',
      { reportId },
      `Their own date moves to the agreed one: ${until}.`,
    )
}
