import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import type { PublicKeyFacts } from './read-public-key'

const placeOf = (reportId: string) => ({ table: 'reports', row: reportId, column: 'openpgpKey' })

/** The reporter's key, sealed: its user ids say who they are. */
export const sealReporterKey = (vault: CaseVault, reportId: string, key: PublicKeyFacts) =>
  vault.seal(placeOf(reportId), JSON.stringify(key))

/** The key mails to this reporter are encrypted to; null: they gave none. */
export const reporterKey = (
  vault: CaseVault,
  report: { id: string; openpgpKey: Uint8Array | null },
): PublicKeyFacts | null =>
  report.openpgpKey && (JSON.parse(vault.open(placeOf(report.id), report.openpgpKey)) as PublicKeyFacts)

/** Keeps or forgets the key of a report. */
export async function storeReporterKey(
  { tx }: Pick<Context, 'tx'>,
  vault: CaseVault,
  reportId: string,
  key: PublicKeyFacts | null,
): Promise<void> {
  const openpgpKey = key && sealReporterKey(vault, reportId, key)
  await tx.update(reports).set({ openpgpKey }).where(eq(reports.id, reportId))
}
