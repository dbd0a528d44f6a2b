import { and, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { advisories, cases, lineStatuses, releaseLines } from '@/db/schema'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { refreshCaseIndex } from './case-index'
import { loadCase } from './load-case'
import { nearCases, overdueCases } from './overdue-cases'

/** How many cases of a kind one sweep takes; the next one takes the rest. */
const window = 500

/**
 * Finds what time alone has changed, and what a timer may have missed: promises that passed or are due soon, announcements that are due,
 * lines whose support has ended. Changes nothing twice: each job asks the rows again.
 */
export const sweepCases = command({
  name: 'cases.sweep',
  input: z.object({}),
  may: 'sweep_cases',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context) => {
    const { tx, now } = context
    const overdue = await overdueCases(context, window)
    const near = await nearCases(context, window)
    for (const caseId of new Set([...overdue, ...near])) await enqueue(context, 'cases.escalate', { caseId })

    const due = await tx
      .select({ id: advisories.caseId })
      .from(advisories)
      .innerJoin(cases, eq(advisories.caseId, cases.id))
      .where(
        and(
          lte(advisories.scheduledFor, now),
          isNull(advisories.suspendedAt),
          isNull(cases.announcedAt),
          isNull(cases.resolution),
        ),
      )
      .limit(window)
    for (const { id } of due) await enqueue(context, 'advisories.publish', { caseId: id })

    const ended = await tx
      .selectDistinct({ id: cases.id })
      .from(cases)
      .innerJoin(lineStatuses, eq(lineStatuses.caseId, cases.id))
      .innerJoin(releaseLines, eq(lineStatuses.lineId, releaseLines.id))
      .where(
        and(
          ne(cases.stage, 'closed'),
          lte(releaseLines.supportedUntil, now),
          sql`${cases.changedAt} < ${releaseLines.supportedUntil}`,
        ),
      )
      .limit(window)
    // Locked one after the other in the order of their ids, as everybody does, and read anew then: nothing is stored over a later change.
    for (const id of ended.map((one) => one.id).sort()) {
      await loadCase(context, id, { lock: true })
      await refreshCaseIndex(context, id)
    }

    log('info', 'cases_swept', {
      until: now,
      overdue: overdue.length,
      near: near.length,
      due: due.length,
      supportEnded: ended.length,
    })
    return { overdue: overdue.length, near: near.length, due: due.length, supportEnded: ended.length }
  },
})
