import { z } from 'zod'
import { writings } from '@/domain/attention/writing'
import { actingPerson } from '@/server/cases/acting-person'
import { caseName, loadCase } from '@/server/cases/load-case'
import { command } from '@/server/kernel/command'
import { query } from '@/server/kernel/query'
import { forgetLooker, lookersOf, noteLooker, type Looker } from './lookers'
import { noteReading, noteUnread } from './readings'

/** The page in the browser, named by itself. */
const page = z.uuid('Name the page.')
const longestChain = 2 ** 31 - 1

/**
 * Says that somebody has the case before them, has read up to an event, and is writing or not; answers who else is there. The page
 * says so after it was loaded and every twenty seconds: loading it changes nothing. It is no event of the case.
 */
export const lookAtCase = command({
  name: 'attention.look',
  input: z.object({
    case: caseName,
    page,
    /** Position of the newest event shown; left out where the case is to stay as unread as it is. */
    readTo: z.int().min(1).max(longestChain).optional(),
    writing: z.enum(writings).nullable().default(null),
  }),
  may: 'attend_case',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ actor, tx }, { page, readTo, writing }, found): Promise<Looker[]> => {
    const who = { caseId: found.case.id, personId: actingPerson(actor).personId }
    const [lookers] = await Promise.all([
      lookersOf(tx, who.caseId, who.personId),
      noteLooker(tx, { ...who, page, writing }),
      readTo === undefined ? null : noteReading(tx, { ...who, readTo }),
    ])
    return lookers
  },
})

/** Says that the page of a case was closed. */
export const leaveCase = command({
  name: 'attention.leave',
  input: z.object({ case: caseName, page }),
  may: 'attend_case',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ actor, tx }, { page }, found): Promise<void> => {
    await forgetLooker(tx, { caseId: found.case.id, personId: actingPerson(actor).personId, page })
  },
})

/** Who else looks at a case. */
export const caseLookersNow = query({
  name: 'attention.lookers',
  input: z.object({ case: caseName }),
  may: 'attend_case',
  load: (context, input) => loadCase(context, input.case),
  run: ({ actor, tx }, _input, found): Promise<Looker[]> =>
    lookersOf(tx, found.case.id, actingPerson(actor).personId),
})

/** Makes a case count as unread for who asks, until they open it again. */
export const keepUnread = command({
  name: 'attention.keepUnread',
  input: z.object({ case: caseName }),
  may: 'attend_case',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ actor, tx }, _input, found): Promise<void> => {
    await noteUnread(tx, { caseId: found.case.id, personId: actingPerson(actor).personId })
  },
})
