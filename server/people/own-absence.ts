import { z } from 'zod'
import { query } from '@/server/kernel/query'
import { loadOwnPerson } from './load-account'
import { shownAbsence } from './shown-absence'

/** One's own absence, and whom one can name for it. What is over is not shown. */
export const ownAbsence = query({
  name: 'people.ownAbsence',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnPerson,
  run: (context, _input, { person }) => shownAbsence(context, person),
})
