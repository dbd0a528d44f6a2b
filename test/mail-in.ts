import { eq } from 'drizzle-orm'
import { incomingMails } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { rawOf } from '@/server/mail/incoming/incoming-text'
import { storeIncoming } from '@/server/mail/incoming/store-incoming'
import { takeIncoming } from '@/server/mail/incoming/take-incoming'
import { changeMailAddresses } from '@/server/projects/change-mail-addresses'
import { mailSettings } from '@/server/projects/mail-settings'
import { testDatabase } from './database'
import { value, type addProject } from './team'

const held = globalThis as { __environment?: unknown }

/** The desk of this test process takes in mail from that mailbox, or from none. Undone by `setMailbox(null)`. */
export function setMailbox(
  url: string | null,
  { plusAddresses = true }: { plusAddresses?: boolean } = {},
): void {
  if (url === null) delete process.env.IMAP_URL
  else process.env.IMAP_URL = url
  process.env.IMAP_PLUS_ADDRESSES = plusAddresses ? '1' : '0'
  held.__environment = undefined
}

/** Gives a project these addresses. */
export async function giveAddresses(
  project: Pick<Awaited<ReturnType<typeof addProject>>, 'slug' | 'owner'>,
  ...addresses: string[]
): Promise<void> {
  const { project: found } = value(await mailSettings(project.owner, { project: project.slug }))
  const told = { project: project.slug, version: found.version, addresses: addresses.join('\n') }
  value(await changeMailAddresses(project.owner, told))
}

let uid = 0

/** Stores a message as if it had been fetched; its id, or null when it was stored before. */
export async function storeMessage(raw: Uint8Array, place: { uid?: number; uidValidity?: string } = {}) {
  uid += 1
  const where = { mailbox: 'security@imap.test/INBOX', uidValidity: '1', uid, ...place }
  return value(await storeIncoming(jobActor('test'), { ...where, raw: new Uint8Array(raw), isCut: false }))
    .mailId
}

/** What the job does with a stored message. */
export const take = async (mailId: string) => value(await takeIncoming(jobActor('incoming.take'), { mailId }))

/** The row of a message. */
export async function incomingRow(mailId: string) {
  const { db } = await testDatabase()
  const [row] = await db.select().from(incomingMails).where(eq(incomingMails.id, mailId))
  if (!row) throw new Error('The message is not stored.')
  return { ...row, rawBytes: Buffer.from(rawOf(row)) }
}

/** Stores and takes a message; its row. */
export async function receive(raw: Uint8Array) {
  const mailId = await storeMessage(raw)
  if (mailId === null) throw new Error('The message was stored before.')
  await take(mailId)
  return incomingRow(mailId)
}
