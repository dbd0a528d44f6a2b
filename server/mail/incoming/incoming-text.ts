import type { incomingMails } from '@/db/schema'
import { vault } from '@/server/kernel/vault'

type IncomingRow = typeof incomingMails.$inferSelect

/** What is shown of a message that came in, and what an answer to it needs. */
export interface AboutMail {
  sender: { name: string; address: string | null }
  subject: string
  /** Its Message-ID without the brackets; null: it has none. */
  messageId: string | null
}

const placeOf = (row: string, column: 'raw' | 'about') => ({ table: 'incoming_mails', row, column })

/** The message as it came, sealed; opens in that row only. */
export const sealRaw = (id: string, raw: Uint8Array) => vault().instanceVault.seal(placeOf(id, 'raw'), raw)

/** Throws SealBroken. */
export const rawOf = (row: Pick<IncomingRow, 'id' | 'raw'>): Uint8Array =>
  vault().instanceVault.openBytes(placeOf(row.id, 'raw'), row.raw)

/** Seals what was read of a mail. */
export const sealAbout = (id: string, about: AboutMail) =>
  vault().instanceVault.seal(placeOf(id, 'about'), JSON.stringify(about))

/** null until the message was read. Throws SealBroken. */
export const aboutOf = (row: Pick<IncomingRow, 'id' | 'about'>): AboutMail | null =>
  row.about && (JSON.parse(vault().instanceVault.open(placeOf(row.id, 'about'), row.about)) as AboutMail)

/** Tells the same sender again without storing an address in clear. */
export const senderHash = (address: string): string =>
  vault().keyedHash('incoming-sender', address.trim().toLowerCase())
