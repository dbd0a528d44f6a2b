import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { isTakeable, type IncomingReason, type IncomingState } from '@/domain/mail/incoming-state'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { SealBroken } from '@/server/kernel/sealing'
import { instanceSubject } from '../load-mail'
import { rawOf } from './incoming-text'
import { parseMail, type ParsedMail } from './parse-mail'

export interface IncomingMail {
  mailId: string
  receivedAt: Instant
  state: IncomingState
  reason: IncomingReason | null
  isCut: boolean
  canTake: boolean
  sender: ParsedMail['sender'] | null
  subject: string
  /** As a person reads it, without anything that could run; null: the desk cannot read the mail. */
  text: string | null
  /** Names of the files that came with it. */
  files: string[]
  leftOut: number
}

const input = z.object({ mail: z.uuid('Name the mail.') })

async function load({ actor, tx }: Context, { mail: id }: { mail: string }) {
  if (!sees(actor, instanceSubject)) return null
  const [mail] = await tx.select().from(incomingMails).where(eq(incomingMails.id, id))
  return mail ? { subject: instanceSubject, mail } : null
}

/** One message that came in, as a person reads it: what an owner decides by. */
export const incomingMail = query({
  name: 'incoming.mail',
  input,
  may: 'view_incoming',
  load,
  run: async (_context, _input, { mail }): Promise<IncomingMail> => {
    const parsed = await parseMail(openedRaw(mail)).catch(() => null)
    return {
      mailId: mail.id,
      receivedAt: mail.receivedAt,
      state: mail.state,
      reason: mail.reason,
      isCut: mail.isCut,
      canTake: isTakeable(mail.state),
      sender: parsed?.sender ?? null,
      subject: parsed?.subject ?? '',
      text: parsed?.text ?? null,
      files: parsed?.files.map(({ name }) => name) ?? [],
      leftOut: parsed?.leftOut ?? 0,
    }
  },
})

/** One message that came in, byte for byte. */
export const incomingFile = query({
  name: 'incoming.file',
  input,
  may: 'view_incoming',
  load,
  run: async (_context, _input, { mail }) => mailFile(mail),
})

/** A message as a file that mail programs open. */
export const mailFile = (mail: typeof incomingMails.$inferSelect) => ({
  name: `mail-${mail.receivedAt.slice(0, 10)}-${mail.id.slice(0, 8)}.eml`,
  content: openedRaw(mail),
})

function openedRaw(mail: typeof incomingMails.$inferSelect): Uint8Array {
  try {
    return rawOf(mail)
  } catch (error) {
    if (error instanceof SealBroken)
      throw refused(
        'This mail was sealed with another master key. It opens once the desk runs with that key.',
      )
    throw error
  }
}
