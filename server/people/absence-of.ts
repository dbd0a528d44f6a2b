import { z } from 'zod'
import { query } from '@/server/kernel/query'
import { loadPerson } from './load-person'
import { shownAbsence } from './shown-absence'

/** The absence of somebody else, and whom one can name for it: a lead in the projects they lead, an owner everywhere. */
export const absenceOf = query({
  name: 'people.absenceOf',
  input: z.object({ personId: z.uuid('Pick a person.') }),
  may: 'set_absence_of',
  load: (context, { personId }) => loadPerson(context, personId),
  run: async (context, _input, { person }) => ({
    person: { personId: person.personId, name: person.name },
    ...(await shownAbsence(context, person)),
  }),
})
