import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { eventChains, events } from '@/db/schema'
import { genesis, hashOf } from './event-chain'

export interface ChainBreak {
  chainId: string
  position: number
  what: string
}

/** Walks every chain from its beginning; returns how many events stand, and every place where a chain does not hold. */
export async function verifyEvents(
  tx: Tx,
): Promise<{ chains: number; events: number; breaks: ChainBreak[] }> {
  const chains = await tx.select().from(eventChains)
  const breaks: ChainBreak[] = []
  let count = 0
  for (const chain of chains) {
    let previous = genesis(chain.id)
    let position = 0
    for (const event of await tx
      .select()
      .from(events)
      .where(eq(events.chainId, chain.id))
      .orderBy(asc(events.position))) {
      position += 1
      count += 1
      const broken = (what: string) => breaks.push({ chainId: chain.id, position, what })
      if (event.position !== position) broken(`expected position ${position}, found ${event.position}`)
      if (!same(event.previousHash, previous)) broken('does not follow the event before it')
      if (!same(event.hash, hashOf(event))) broken('was changed after it was recorded')
      previous = event.hash
    }
    if (chain.length !== position)
      breaks.push({ chainId: chain.id, position, what: `ends before position ${chain.length}` })
    if (!same(chain.head, previous))
      breaks.push({ chainId: chain.id, position, what: 'does not end at its head' })
  }
  return { chains: chains.length, events: count, breaks }
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
