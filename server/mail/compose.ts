import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ClaimedMail } from './claim-mail'

/** What goes over the wire: the bytes, and between whom; the server reads no address from the headers. */
export interface Envelope {
  from: string
  to: string
}

/** The message as bytes. The same mail has the same Message-ID at every attempt, so that a receiver can drop a repeat. */
export function compose(mail: ClaimedMail, sender: { name: string; address: string }): Promise<Buffer> {
  return new MailComposer({
    from: sender,
    to: [mail.recipient],
    subject: mail.subject,
    text: mail.body,
    date: new Date(mail.createdAt),
    messageId: `<${mail.mailId}@${domainToASCII(domainOf(sender.address)) || 'localhost'}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** `Name <address>` or an address alone, as MAIL_FROM holds it. */
export function readSender(text: string): { name: string; address: string } {
  const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return name !== undefined && address !== undefined ? { name, address } : { name: '', address: text.trim() }
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)
