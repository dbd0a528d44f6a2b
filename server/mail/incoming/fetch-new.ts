import type { ImapFlow } from 'imapflow'
import { jobActor } from '@/server/auth/job-actor'
import { log } from '@/server/kernel/log'
import { knownMessages } from './known-messages'
import { storeIncoming } from './store-incoming'

/** A message larger than this is stored as far as it goes; the mailbox keeps the whole of it. */
const mostBytes = 15 * 1024 * 1024
/** How many a pass takes before it looks again. */
const mostPerPass = 200

const actor = jobActor('incoming.store')

export interface Pass {
  stored: number
  /** What could not be stored: it stays unseen, and the next pass tries it again. */
  failed: number
  /** More wait than one pass takes. */
  isMore: boolean
}

/**
 * Stores what is new in the open mailbox, oldest first, and marks each message as seen once it is stored. New is what nobody has
 * seen, and, so that a person who reads along in a mail program takes nothing away, what came after the last stored message.
 * Stops between two messages when `signal` says so.
 */
export async function fetchNew(client: ImapFlow, mailbox: string, signal: AbortSignal): Promise<Pass> {
  const uidValidity = client.mailbox ? client.mailbox.uidValidity.toString() : ''
  const unseen = await numbersOf(client, { seen: false })
  const asked = await knownMessages(actor, { mailbox, uidValidity, uids: [] })
  if (!asked.ok) throw new Error('The database does not answer.')
  const { highest } = asked.value
  const later = highest === 0 ? [] : await numbersOf(client, { uid: `${highest + 1}:*` })
  // `n:*` always names the last message, also when its number is lower.
  const all = [...new Set([...unseen, ...later.filter((uid) => uid > highest)])].toSorted((a, b) => a - b)
  const uids = all.slice(0, mostPerPass)
  const checked = await knownMessages(actor, { mailbox, uidValidity, uids })
  if (!checked.ok) throw new Error('The database does not answer.')
  const known = new Set(checked.value.known)
  const pass: Pass = { stored: 0, failed: 0, isMore: all.length > uids.length }
  for (const uid of uids) {
    if (signal.aborted) break
    const isStored = known.has(uid) || (await store(client, { mailbox, uidValidity, uid }, pass))
    if (isStored) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
  return pass
}

async function numbersOf(client: ImapFlow, search: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const found = await client.search(search, { uid: true })
  if (!found) throw new Error('The mailbox does not answer.')
  return found
}

async function store(
  client: ImapFlow,
  place: { mailbox: string; uidValidity: string; uid: number },
  pass: Pass,
): Promise<boolean> {
  const query = { size: true, source: { maxLength: mostBytes } }
  const message = await client.fetchOne(String(place.uid), query, { uid: true })
  // Somebody deleted it meanwhile.
  if (!message || !message.source) return false
  const isCut = (message.size ?? 0) > message.source.length
  const stored = await storeIncoming(actor, { ...place, raw: new Uint8Array(message.source), isCut })
  if (!stored.ok) {
    log('error', 'incoming_mail_not_stored', { uid: place.uid, code: stored.refusal.code })
    pass.failed += 1
    return false
  }
  if (stored.value.mailId !== null) pass.stored += 1
  return true
}
