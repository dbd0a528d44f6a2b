import { and, eq, sql } from 'drizzle-orm'
import { requests } from '@/db/schema'
import { statement } from '@/db/statement'

/**
 * A backport request for the case that waits for the team's answer, if there is one. One without evidence waits for whoever asked,
 * and never holds a case open.
 */
export const openRequestOfCase = statement('open_request_of_case', (tx) =>
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
