import type { z } from 'zod'
import type { caseEventData, CaseEventType } from '@/domain/cases/case-event'
import type { Context } from '@/server/kernel/context'
import { appendEvent } from '@/server/kernel/event-chain'
import type { FoundCase } from './load-case'

/** Records one thing that happened to the case, in its chain; prose (a reason, an explanation) is sealed. */
export async function recordCaseEvent<Type extends CaseEventType>(
  context: Context,
  found: Pick<FoundCase, 'vault'> & { case: { id: string } },
  type: Type,
  data: z.infer<(typeof caseEventData)[Type]>,
  prose: string | null = null,
): Promise<void> {
  await appendEvent(context.tx, {
    chainId: found.case.id,
    type,
    at: context.now,
    actor: context.actor,
    data,
    prose: prose === null ? null : (row) => found.vault.seal({ table: 'events', row, column: 'prose' }, prose),
  })
}
