import { z } from 'zod'
import { cleanText } from '@/lib/text'

/** What a mail server calls a mailbox, or an age of its numbers, as it can be stored. */
export const mailboxName = z.string().transform(cleanText)
