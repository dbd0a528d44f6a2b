import type { z } from 'zod'
import type { instanceEventData, InstanceEventType } from '@/domain/people/instance-event'
import type { Context } from './context'
import { appendEvent, instanceChainId } from './event-chain'
import { vault } from './vault'

/** Records what belongs to no case: people, projects, policies, lines. */
export async function recordInstanceEvent<Type extends InstanceEventType>(
  context: Context,
  type: Type,
  data: z.infer<(typeof instanceEventData)[Type]>,
  /** Words that belong to it; kept sealed. */
  prose: string | null = null,
): Promise<void> {
  await appendEvent(context.tx, {
    chainId: instanceChainId,
    type,
    at: context.now,
    actor: context.actor,
    data,
    prose:
      prose === null
        ? null
        : (row) => vault().instanceVault.seal({ table: 'events', row, column: 'prose' }, prose),
  })
}
