import { and, asc, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import { cases, lineStatuses } from '@/db/schema'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { loadCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'

/** A case that lists lines lists all of them: the rows begin before it is confirmed, and must be there from then on. */
const listsLines = or(
  isNotNull(cases.confirmedAt),
  sql`exists (select 1 from ${lineStatuses} where ${lineStatuses.caseId} = ${cases.id})`,
)

/**
 * Puts a new line before every open case of the project as an open question, in the same transaction: a vulnerability may live
 * there too, and no advisory may go out before somebody judged it.
 */
export async function askAboutLine(context: Context, projectId: string, lineId: string): Promise<number> {
  let asked = 0
  for (const id of await openCases(context, projectId)) {
    const found = await lockedCase(context, id)
    // Moved while it was waited for: the lines of its new project are asked there.
    if (found.case.projectId !== projectId) continue
    asked += 1
    await context.tx
      .insert(lineStatuses)
      .values({ caseId: id, lineId, changedBy: personId(context), changedAt: context.now })
      .onConflictDoNothing()
    await recordCaseEvent(context, found, 'line_changed', {
      lineId,
      affectedness: 'unknown',
      plan: null,
      work: null,
    })
    await refreshCaseIndex(context, id)
  }
  return asked
}

/** Renews what open cases derive from a line whose dates changed: whether it is still waited for. */
export async function refreshCasesOfLines(context: Context, projectId: string): Promise<void> {
  for (const id of await openCases(context, projectId)) {
    await lockedCase(context, id)
    await refreshCaseIndex(context, id)
  }
}

/** In one order for everybody, so that two changes never wait for each other in a circle. */
async function openCases({ tx }: Context, projectId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.projectId, projectId), ne(cases.stage, 'closed'), listsLines))
    .orderBy(asc(cases.id))
  return rows.map(({ id }) => id)
}

/** A lead may edit lines whatever the case: the desk itself opens it. */
async function lockedCase(context: Context, id: string) {
  const found = await loadCase({ ...context, actor: { kind: 'job', job: 'projects.lines' } }, id, {
    lock: true,
  })
  if (!found) throw new Error('An open case is gone.')
  return found
}

const personId = ({ actor }: Context) => (actor.kind === 'person' ? actor.personId : null)
