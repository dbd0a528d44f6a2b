import { z } from 'zod'
import { cleanText } from '@/lib/text'

/** What a mail server calls a mailbox, or an age of its numbers, as it can be stored; an index holds no more than some 2,700 bytes. */
export const mailboxName = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(600, 'A mailbox has a name of at most 600 characters.'))
