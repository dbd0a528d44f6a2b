import { eq, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { waitsForReporter } from '@/domain/cases/conversation'
import { untakenSteps } from '@/domain/cases/escalation'
import { untoldPromises } from '@/domain/cases/near-promise'
import { stageOf } from '@/domain/cases/stage'
import { dueWhy, nextDue } from '@/domain/clocks/clock'
import { nextOf, taskPromises } from '@/domain/fixes/task'
import { earliest } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { indexFacts } from '@/server/search/index-facts'
import { loadCaseRecord } from './case-record'
import { keepHandler } from './keep-handler'
import { loadCase } from './load-case'

/**
 * Stores what the queue sorts, filters and finds by. Kept right because every change of a case ends here, in its own transaction,
 * and nothing else writes these columns, wherefore a case that is opened again is seen here as well; a sweep renews what time alone may change (a line's support ending).
 */
export async function refreshCaseIndex(context: Context, caseId: string): Promise<void> {
  const asJob: Context = { ...context, actor: { kind: 'job', job: 'cases.index' } }
  const found = await loadCase(asJob, caseId)
  if (!found) throw new Error('The case to index is gone.')
  const [record] = await Promise.all([loadCaseRecord(asJob, found), indexFacts(context, caseId)])
  const stage = stageOf(record.facts)
  if (found.case.stage === 'closed' && stage !== 'closed') await keepHandler(context, found, record)
  // Closing a case ends its tasks and promises; what an authority is owed stays.
  const tasks = stage === 'closed' ? [] : record.tasks
  const promises = [...record.clocks, ...record.milestones]
  const untaken = untakenSteps(record.events, [...promises, ...taskPromises(tasks)])
  const next = nextOf(nextDue(promises), tasks)
  await context.tx
    .update(cases)
    .set({
      stage,
      nextDueAt: next?.dueAt ?? null,
      nextDueKind: next?.kind ?? null,
      nextNearAt: untoldPromises(record.events, promises)[0]?.at ?? null,
      nextEscalationAt: earliest(untaken.map(({ after }) => after)),
      nextDueWhy: next && 'reason' in next ? dueWhy(next) : null,
      waitsForReporter: record.reports.some((report) => waitsForReporter(record.events, report.id) !== null),
      changedAt: context.now,
      version: sql`${cases.version} + 1`,
    })
    .where(eq(cases.id, caseId))
}
