import type { z } from 'zod'
import type { caseEventData, CaseEvent, CaseEventType } from '@/domain/cases/case-event'
import type { Context } from '@/server/kernel/context'
import { appendEvent, beginChain, type EventToAppend } from '@/server/kernel/event-chain'
import type { CaseVault } from '@/server/kernel/sealing'

/** As much of a case as its chain needs. */
interface ChainOwner {
  case: { id: string }
  vault: CaseVault
}

/** Records one thing that happened to the case, in its chain; prose (a reason, an explanation) is sealed. */
export async function recordCaseEvent<Type extends CaseEventType>(
  context: Context,
  found: ChainOwner,
  type: Type,
  data: z.infer<(typeof caseEventData)[Type]>,
  prose: string | null = null,
): Promise<void> {
  await appendEvent(context.tx, caseEvent(context, found, type, data, prose))
}

/** Records how a case began that this transaction makes. */
export async function recordBeginning<Type extends CaseEventType>(
  context: Context,
  found: ChainOwner,
  type: Type,
  data: z.infer<(typeof caseEventData)[Type]>,
): Promise<void> {
  await beginChain(context.tx, caseEvent(context, found, type, data, null))
}

const caseEvent = (
  context: Context,
  found: ChainOwner,
  type: string,
  data: Record<string, unknown>,
  prose: string | null,
): EventToAppend => ({
  chainId: found.case.id,
  type,
  at: context.now,
  actor: context.actor,
  data,
  prose: prose === null ? null : (row) => found.vault.seal({ table: 'events', row, column: 'prose' }, prose),
})

/** Records the event that a rule of domain/cases made. */
export const recordRuled = (
  context: Context,
  found: ChainOwner,
  event: CaseEvent,
  prose: string | null = null,
) => recordCaseEvent(context, found, event.type, event.data as never, prose)
