import { z } from 'zod'
import { can } from '@/domain/access/can'
import { query } from '@/server/kernel/query'
import { eventsView, type EventView } from './case-view-events'
import { namesOf } from './case-view-names'
import { readCaseRows } from './case-view-rows'
import { caseName, loadCase } from './load-case'

/** Everything that happened on a case, newest first. Apart from the case itself, since a long case has hundreds of events and few ask for them. */
export const caseEvents = query({
  name: 'cases.events',
  input: z.object({ case: caseName }),
  may: 'view_case',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<EventView[]> => {
    const notes = can(context.actor, 'read_notes', found.subject).allowed
    const rows = await readCaseRows(context, found, { notes })
    return eventsView(found, rows, namesOf(rows))
  },
})
