import type { Context } from '@/server/kernel/context'
import { reviseForLines } from '@/server/advisories/revise-for-lines'
import type { FoundCase } from './load-case'

/** After the announcement a line's new status changes what is public: the ranges are derived anew as a revision. */
export async function afterLineChange(context: Context, found: FoundCase): Promise<void> {
  if (found.case.announcedAt !== null) await reviseForLines(context, found)
}
