import { and, eq, sql } from 'drizzle-orm'
import { requests } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Context } from '@/server/kernel/context'

/**
 * Whether a backport request for the case waits for the team's answer. One without evidence waits for whoever asked, and never
 * holds a case open.
 */
export async function hasOpenBackportRequest({ tx }: Context, caseId: string): Promise<boolean> {
  return (await openRequestOfCase(tx).execute({ caseId })).length > 0
}

const openRequestOfCase = statement('open_request_of_case', (tx) =>
  tx
    .select({ id: requests.id })
    .from(requests)
    .where(
      and(
        eq(requests.caseId, sql.placeholder('caseId')),
        eq(requests.state, 'requested'),
        eq(requests.hasEvidence, true),
      ),
    )
    .limit(1),
)
