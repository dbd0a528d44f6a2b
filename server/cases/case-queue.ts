import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { queueCounts, type QueueCounts } from './queue-counts'
import { queueInput } from './queue-input'
import { queueRows, type QueueRow } from './queue-rows'

export interface CaseQueue {
  cases: QueueRow[]
  /** Cursor of the next page; null: this is the last. */
  next: string | null
  /** Of the saved views, within the project asked for. */
  counts: QueueCounts
}

/** The cases an actor may see, by what is due next unless asked otherwise; two statements, however many cases there are, three when searching. */
export const caseQueue = query({
  name: 'cases.queue',
  input: queueInput,
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, filters): Promise<CaseQueue> => {
    const [page, counts] = await Promise.all([
      queueRows(context, filters),
      queueCounts(context, filters.project),
    ])
    return { cases: page.rows, next: page.next, counts }
  },
})
