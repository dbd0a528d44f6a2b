import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { upstreamHandovers } from '@/db/schema'
import { usualChaseAt } from '@/domain/upstreams/hand-over-upstream'
import { isClosed } from '@/domain/cases/stage'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord } from '@/server/cases/case-record'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { enqueue } from '@/server/jobs/enqueue'
import { chaseTimer } from './chase-timer'

/** What the job does on the chase date: reminds the handler that the upstream has not answered, and asks again a week later, until the case is closed. */
export const chaseUpstream = caseCommand({
  name: 'upstreams.chase',
  input: { handover: z.uuid() },
  may: 'chase_upstream',
  run: async (context, { handover }, found) => {
    const [row] = await context.tx
      .select()
      .from(upstreamHandovers)
      .where(and(eq(upstreamHandovers.id, handover), eq(upstreamHandovers.caseId, found.case.id)))
      .for('update')
    if (!row || row.state !== 'waiting' || row.chaseAt > context.now) return { isReminded: false }
    // A closed case asks nobody; whoever reopens it asks again by hand.
    if (isClosed((await loadCaseRecord(context, found)).facts)) return { isReminded: false }
    const chaseAt = usualChaseAt(context.now)
    await context.tx.update(upstreamHandovers).set({ chaseAt }).where(eq(upstreamHandovers.id, handover))
    await recordCaseEvent(context, found, 'upstream_chased', { handoverId: handover })
    await tellHandlers(context, found, 'upstream_silent', `${handover}:${row.chaseAt}`)
    await enqueue(
      context,
      'upstreams.chase',
      { caseId: found.case.id, handoverId: handover },
      { runAt: chaseAt, key: chaseTimer(handover) },
    )
    return { isReminded: true }
  },
})
