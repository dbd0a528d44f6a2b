import { suspendIfGatesClose } from '@/server/advisories/publish-advisory'
import { reviseForLines } from '@/server/advisories/revise-advisory'
import type { Context } from '@/server/kernel/context'
import type { FoundCase } from './load-case'

/**
 * A line's new status reaches further: before the announcement it may close a gate, and then a schedule is suspended at once;
 * after it the public ranges are derived anew as a revision.
 */
export const afterLineChange = (context: Context, found: FoundCase): Promise<void> =>
  found.case.announcedAt === null ? suspendIfGatesClose(context, found) : reviseForLines(context, found)
