import { parseReceipt } from '@/domain/reports/receipt'
import { vault } from '@/server/kernel/vault'

/** What is stored of a receipt, however it was typed: `reports.receipt_hash`. null when it cannot be a receipt. */
export function receiptHash(receipt: string): string | null {
  const parsed = parseReceipt(receipt)
  return parsed === null ? null : vault().keyedHash('receipt', parsed)
}
