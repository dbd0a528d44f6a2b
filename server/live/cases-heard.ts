import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { cases } from '@/db/schema'
import type { Change } from '@/domain/live/change'
import type { CaseHeard } from '@/domain/live/news-for'

/** The cases that changes name, by id, as far as it says who may hear of them. One statement, or none. */
export async function casesHeard(tx: Tx, changes: readonly Change[]): Promise<Map<string, CaseHeard>> {
  const ids = [...new Set(changes.flatMap((change) => ('caseId' in change ? [change.caseId] : [])))]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: cases.id,
      reference: cases.reference,
      projectId: cases.projectId,
      isRestricted: cases.isRestricted,
      handlerId: cases.handlerId,
    })
    .from(cases)
    .where(inArray(cases.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}
