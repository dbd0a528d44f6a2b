import { z } from 'zod'

/** A person picked in a form, or nobody: a select without a choice sends the empty text. */
export const personChoice = z
  .union([z.uuid('Pick a person.'), z.literal('')])
  .nullish()
  .transform((choice) => choice || null)
