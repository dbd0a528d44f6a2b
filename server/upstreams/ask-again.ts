import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { upstreamHandovers } from '@/db/schema'
import { askUpstreamAgain, stillWaits, usualChaseAt } from '@/domain/upstreams/hand-over-upstream'
import { longText, optionalShortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { caseCommand } from '@/server/cases/case-command'
import { givenInstant, instantText, zoneText } from '@/server/cases/given-instant'
import type { FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { cancelTimer, enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import { allowedBy, conflict, notFound } from '@/server/kernel/problem'
import { chaseTimer } from './chase-timer'
import { sealHandoverText } from './handover-rows'

const named = { handover: z.uuid('Name the hand-over.'), seen: versionSeen() }

/** Records that a silent upstream was asked again, and when the handler is reminded next: a week later unless said otherwise. */
export const askAgain = caseCommand({
  name: 'upstreams.askAgain',
  input: {
    ...named,
    askedAt: instantText,
    askedAtZone: zoneText,
    chaseAt: optionalShortText(40),
    chaseAtZone: zoneText,
  },
  may: 'hand_to_upstream',
  run: async (context, { handover, seen, ...input }, found) => {
    const row = await rowOf(context, found, handover)
    const askedAt = givenInstant(input.askedAt, input.askedAtZone, 'askedAt')
    const chaseAt =
      input.chaseAt === null
        ? usualChaseAt(context.now)
        : givenInstant(input.chaseAt, input.chaseAtZone, 'chaseAt')
    allowedBy(askUpstreamAgain(row, { at: askedAt, chaseAt }, context.now))
    await storeOver(context, handover, seen, { chaseAt })
    await recordCaseEvent(context, found, 'upstream_asked_again', { handoverId: handover, askedAt, chaseAt })
    await enqueue(
      context,
      'upstreams.chase',
      { caseId: found.case.id, handoverId: handover },
      { runAt: chaseAt, key: chaseTimer(handover) },
    )
  },
})

/** Stops asking a silent upstream, with the reason. */
export const stopAsking = caseCommand({
  name: 'upstreams.stopAsking',
  input: {
    ...named,
    reason: longText(10_000, 'Say why they are not asked any more. Only the team reads it.'),
  },
  may: 'hand_to_upstream',
  run: async (context, { handover, seen, reason }, found) => {
    const row = await rowOf(context, found, handover)
    allowedBy(stillWaits(row.state))
    await storeOver(context, handover, seen, {
      state: 'stopped',
      answer: sealHandoverText(found.vault, handover, 'answer', reason),
      answeredAt: context.now,
    })
    await cancelTimer(context, chaseTimer(handover))
    await recordCaseEvent(context, found, 'upstream_given_up', { handoverId: handover }, reason)
  },
})

async function rowOf({ tx }: Context, found: FoundCase, handover: string) {
  const [row] = await tx
    .select({ state: upstreamHandovers.state, toldAt: upstreamHandovers.toldAt })
    .from(upstreamHandovers)
    .where(and(eq(upstreamHandovers.id, handover), eq(upstreamHandovers.caseId, found.case.id)))
  if (!row) throw notFound()
  return row
}

async function storeOver(
  { tx }: Context,
  handover: string,
  seen: number,
  columns: Partial<typeof upstreamHandovers.$inferInsert>,
): Promise<void> {
  const changed = await tx
    .update(upstreamHandovers)
    .set({ ...columns, version: seen + 1 })
    .where(and(eq(upstreamHandovers.id, handover), eq(upstreamHandovers.version, seen)))
    .returning({ id: upstreamHandovers.id })
  if (changed.length === 0)
    throw conflict('Somebody else recorded something about this upstream meanwhile. Load the page again.')
}
