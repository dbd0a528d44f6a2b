import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { insertion } from '@/db/insertion'
import { eventChains, events, type EventActor } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { canonicalJson } from './canonical-json'

/** The chain of everything that belongs to no case. */
export const instanceChainId = '00000000-0000-4000-8000-000000000000'

const insertEvent = insertion('insert_event', events)
const insertChain = insertion('insert_chain', eventChains)

type Chain = typeof eventChains.$inferSelect

export interface EventToAppend {
  chainId: string
  type: string
  at: Instant
  /** As it acted, or as it was recorded before, when an event is carried into another chain. */
  actor: Actor | EventActor
  data: Record<string, unknown>
  /** Seals the event's prose for its row, `chain id/position`; null when there is none. */
  prose: ((row: string) => Uint8Array) | null
}

/**
 * Appends one event to its chain, holding the chain's head until the transaction ends:
 * positions have no gaps and each hash covers the one before it.
 */
export async function appendEvent(tx: Tx, event: EventToAppend): Promise<void> {
  const chain = (await lockedHead(tx, event.chainId)) ?? (await newChain(tx, event.chainId))
  const { row, hash } = nextLink(chain, event)
  await Promise.all([
    insertEvent(tx, { ...row, hash }),
    tx.update(eventChains).set({ length: row.position, head: hash }).where(eq(eventChains.id, event.chainId)),
  ])
}

/** Begins the chain of what this transaction makes, with its first event: nobody else can have begun it. */
export async function beginChain(tx: Tx, event: EventToAppend): Promise<void> {
  const { row, hash } = nextLink({ length: 0, head: genesis(event.chainId) }, event)
  await Promise.all([
    insertChain(tx, { id: event.chainId, length: row.position, head: hash }),
    insertEvent(tx, { ...row, hash }),
  ])
}

function nextLink(chain: Pick<Chain, 'length' | 'head'>, event: EventToAppend) {
  const position = chain.length + 1
  const row = {
    ...event,
    actor: recordedActor(event.actor),
    prose: event.prose?.(`${event.chainId}/${position}`) ?? null,
    position,
    previousHash: chain.head,
  }
  return { row, hash: hashOf(row) }
}

async function lockedHead(tx: Tx, chainId: string): Promise<Chain | null> {
  const [chain] = await tx.select().from(eventChains).where(eq(eventChains.id, chainId)).for('update')
  return chain ?? null
}

/** Its first event begins a chain. Of two that begin the same one, the second waits here and then builds on the first. */
async function newChain(tx: Tx, chainId: string): Promise<Chain> {
  const [begun] = await tx
    .insert(eventChains)
    .values({ id: chainId, length: 0, head: genesis(chainId) })
    .onConflictDoNothing()
    .returning()
  const chain = begun ?? (await lockedHead(tx, chainId))
  if (!chain) throw new Error('The event chain is gone.')
  return chain
}

/** SHA-256 over everything the event says, and the hash before it. */
export function hashOf(event: {
  chainId: string
  position: number
  type: string
  at: Instant
  actor: EventActor
  data: Record<string, unknown>
  prose: Uint8Array | null
  previousHash: Uint8Array
}): Uint8Array {
  const prose = event.prose ? createHash('sha256').update(event.prose).digest('hex') : null
  const said = [event.chainId, event.position, event.type, event.at, event.actor, event.data, prose]
  return createHash('sha256').update(event.previousHash).update(canonicalJson(said)).digest()
}

/** What the first event of a chain builds on. */
export const genesis = (chainId: string): Uint8Array => createHash('sha256').update(chainId).digest()

function recordedActor(actor: Actor | EventActor): EventActor {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', personId: actor.personId, name: actor.name }
    case 'reporter':
      return { kind: 'reporter', reportId: actor.reportId }
    case 'machine':
      return { kind: 'machine', machine: actor.machine, id: actor.id, name: actor.name }
    case 'job':
      return { kind: 'job', job: actor.job }
    case 'anyone':
      return { kind: 'anyone' }
  }
}
