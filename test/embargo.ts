import { randomUUID } from 'node:crypto'
import { embargoProposals } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { appendEvent } from '@/server/kernel/event-chain'
import { now } from '@/server/kernel/clock'
import { testDatabase } from './database'

/** A reporter proposes a date for the end of the embargo; returns the proposal's id. */
export async function counterEmbargo({
  reporter,
  reportId,
  caseId,
  until,
}: {
  reporter: Actor
  reportId: string
  caseId: string
  until: Instant
}): Promise<string> {
  const { tx } = await testDatabase()
  const id = randomUUID()
  await tx(async (tx) => {
    const proposal = { id, caseId, reportId, by: 'reporter' as const, until, timeZone: 'UTC' }
    await tx.insert(embargoProposals).values({ ...proposal, state: 'open', proposedAt: now() })
    const data = { proposalId: id, until }
    await appendEvent(tx, {
      chainId: caseId,
      type: 'embargo_countered',
      at: now(),
      actor: reporter,
      data,
      prose: null,
    })
  })
  return id
}
