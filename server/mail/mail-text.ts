import type { outgoingMails } from '@/db/schema'
import type { Recipient } from '@/domain/mail/recipient'
import { vault } from '@/server/kernel/vault'

type MailRow = typeof outgoingMails.$inferSelect
type SealedColumn = 'recipient' | 'subject' | 'body'

const placeOf = (row: string, column: SealedColumn) => ({ table: 'outgoing_mails', row, column })

/** The sealed columns of a mail; they open in that row only. */
export function sealMail(id: string, mail: { recipient: Recipient; subject: string; body: string }) {
  const seal = (column: SealedColumn, text: string) => vault().instanceVault.seal(placeOf(id, column), text)
  return {
    recipient: seal(
      'recipient',
      JSON.stringify({ name: mail.recipient.name, address: mail.recipient.address }),
    ),
    subject: seal('subject', mail.subject),
    body: seal('body', mail.body),
  }
}

const open = (mail: Pick<MailRow, 'id' | SealedColumn>, column: SealedColumn) =>
  vault().instanceVault.open(placeOf(mail.id, column), mail[column])

/** Whom the mail goes to. Throws SealBroken. */
export const recipientOf = (mail: MailRow): Recipient => JSON.parse(open(mail, 'recipient')) as Recipient

/** Throws SealBroken. */
export const subjectOf = (mail: MailRow): string => open(mail, 'subject')

/** Throws SealBroken. */
export const bodyOf = (mail: MailRow): string => open(mail, 'body')

/** Tells the same recipient again without storing an address in clear. */
export const recipientHash = (address: string): string =>
  vault().keyedHash('mail-recipient', address.trim().toLowerCase())
