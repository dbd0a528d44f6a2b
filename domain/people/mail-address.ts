import { z } from 'zod'

/** The mail address of an account: in lower case, since people type it either way; at most 254 characters (RFC 5321). */
export const mailAddress = z
  .string({ error: 'Write a mail address.' })
  .trim()
  .toLowerCase()
  .min(1, 'Write a mail address.')
  .max(254, 'A mail address has at most 254 characters.')
  .pipe(z.email('This is no mail address. It looks like name@example.org.'))
