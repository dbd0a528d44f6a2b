import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { upstreamHandovers } from '@/db/schema'
import { longText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { caseCommand } from '@/server/cases/case-command'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { cancelTimer } from '@/server/jobs/enqueue'
import { conflict, notFound } from '@/server/kernel/problem'
import { chaseTimer } from './chase-timer'
import { sealHandoverText } from './handover-rows'

/** Records what an upstream answered; it is not chased any more. */
export const recordUpstreamAnswer = caseCommand({
  name: 'upstreams.recordAnswer',
  input: {
    handover: z.uuid('Name the hand-over.'),
    seen: versionSeen(),
    answer: longText(10_000, 'Write what they answered. Only the team reads it.'),
  },
  may: 'hand_to_upstream',
  run: async (context, { handover, seen, answer }, found) => {
    const here = and(eq(upstreamHandovers.id, handover), eq(upstreamHandovers.caseId, found.case.id))
    const [row] = await context.tx.select({ id: upstreamHandovers.id }).from(upstreamHandovers).where(here)
    if (!row) throw notFound()
    const changed = await context.tx
      .update(upstreamHandovers)
      .set({
        state: 'answered',
        answer: sealHandoverText(found.vault, handover, 'answer', answer),
        answeredAt: context.now,
        version: seen + 1,
      })
      .where(and(here, eq(upstreamHandovers.version, seen)))
      .returning({ id: upstreamHandovers.id })
    if (changed.length === 0)
      throw conflict(
        'Somebody else recorded their answer meanwhile. What you typed is still here; compare it with theirs.',
      )
    await cancelTimer(context, chaseTimer(handover))
    await recordCaseEvent(context, found, 'upstream_answered', { handoverId: handover })
  },
})
