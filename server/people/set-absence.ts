import { z } from 'zod'
import { command } from '@/server/kernel/command'
import { loadOwnPerson } from './load-account'
import { absenceFields, clearAbsence, storeAbsence } from './store-absence'

/** Says from when until when one is out of office, and who takes what comes meanwhile. Takes the place of an absence set before. */
export const setAbsence = command({
  name: 'people.setAbsence',
  input: z.object(absenceFields).catchall(z.unknown()),
  may: 'keep_account',
  load: loadOwnPerson,
  run: (context, given, { person }) => storeAbsence(context, person, given),
})

/** One is here again, or does not leave after all. */
export const endAbsence = command({
  name: 'people.endAbsence',
  input: z.object({}),
  may: 'keep_account',
  load: loadOwnPerson,
  run: (context, _input, { personId }) => clearAbsence(context, personId),
})
