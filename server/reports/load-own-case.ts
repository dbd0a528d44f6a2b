import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import type { ReportRow } from '@/server/cases/case-record'
import { loadCase, type FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'

/** The reporter's case, and in it the one report that is theirs. */
export type OwnCase = FoundCase & { report: ReportRow }

/** The case of the receipt; null for everybody else. Changes lock its row, so that two of them never interleave. */
export async function loadOwnCase(
  context: Context,
  { lock = false }: { lock?: boolean } = {},
): Promise<OwnCase | null> {
  const { actor, tx } = context
  if (actor.kind !== 'reporter') return null
  const [report] = await tx.select().from(reports).where(eq(reports.id, actor.reportId))
  const found = report ? await loadCase(context, report.caseId, { lock }) : null
  return report && found ? { ...found, report } : null
}
