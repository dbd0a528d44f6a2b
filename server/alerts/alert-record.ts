import type { alerts } from '@/db/schema'
import type { AlertContent } from '@/domain/alerts/alert-content'
import { vault } from '@/server/kernel/vault'

export type AlertRow = typeof alerts.$inferSelect

type Column = 'content' | 'reason'
const place = (row: string, column: Column) => ({ table: 'alerts', row, column })

/** Seals a text of an alert; alerts belong to no case yet, so it is the desk's own vault. */
export const sealAlertText = (id: string, column: Column, text: string): Uint8Array =>
  vault().instanceVault.seal(place(id, column), text)

/** What the alert said, opened. Throws SealBroken. */
export const alertContent = (row: Pick<AlertRow, 'id' | 'content'>): AlertContent =>
  JSON.parse(vault().instanceVault.open(place(row.id, 'content'), row.content)) as AlertContent

/** What the person said who settled it. */
export const alertReason = (row: AlertRow): string | null =>
  row.reason ? vault().instanceVault.open(place(row.id, 'reason'), row.reason) : null
