import { asc, eq } from 'drizzle-orm'
import { cases, reports } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import type { Context } from '@/server/kernel/context'
import type { ReportRow } from './case-record'
import { loadCase, type FoundCase } from './load-case'

/** The cases that repeat this one, with their reports; read as the desk itself, since whoever acts may not see all of them. */
export async function linkedCases(
  context: Context,
  caseId: string,
): Promise<{ found: FoundCase; reports: ReportRow[] }[]> {
  const asDesk: Context = { ...context, actor: jobActor('cases.link') }
  const rows = await context.tx
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.duplicateOf, caseId))
    .orderBy(asc(cases.receivedAt))
  const linked: { found: FoundCase; reports: ReportRow[] }[] = []
  for (const { id } of rows) {
    const found = await loadCase(asDesk, id, { lock: true })
    if (found) linked.push({ found, reports: await reportsOfCase(context, id) })
  }
  return linked
}

/** The reports of a case, the first one first. */
export const reportsOfCase = ({ tx }: Context, caseId: string): Promise<ReportRow[]> =>
  tx.select().from(reports).where(eq(reports.caseId, caseId)).orderBy(asc(reports.receivedAt))
