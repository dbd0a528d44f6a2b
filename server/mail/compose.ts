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
  const head = {
    from: sender,
    to: [mail.recipient],
    subject: mail.subject,
    date: new Date(mail.createdAt),
    messageId: `<${mail.mailId}@${domainToASCII(domainOf(sender.address)) || 'localhost'}>`,
    ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
    ...(mail.inReplyTo && { inReplyTo: `<${mail.inReplyTo}>`, references: `<${mail.inReplyTo}>` }),
    headers: {
      'Auto-Submitted': mail.inReplyTo ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...unsubscribeHeaders(mail.unsubscribe),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if (!mail.isEncrypted) return new MailComposer({ ...head, text: mail.body }).compile().build()
  const parts = [
    {
      contentType: 'application/pgp-encrypted',
      content: 'Version: 1\r\n',
      contentTransferEncoding: '7bit' as const,
    },
    {
      contentType: 'application/octet-stream',
      content: mail.body,
      filename: 'encrypted.asc',
      contentTransferEncoding: '7bit' as const,
    },
  ]
  const root = new MailComposer({ ...head, attachments: parts }).compile()
  root.setHeader('Content-Type', 'multipart/encrypted; protocol="application/pgp-encrypted"')
  return root.build()
}

/** `Name <address>` or an address alone, as MAIL_FROM holds it. */
export function readSender(text: string): { name: string; address: string } {
  const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return name !== undefined && address !== undefined ? { name, address } : { name: '', address: text.trim() }
}

/** RFC 2369 and RFC 8058; mail programs unsubscribe by themselves over https only. */
const unsubscribeHeaders = (link: string | null): Record<string, string> =>
  link === null
    ? {}
    : {
        'List-Unsubscribe': `<${link}>`,
        ...(link.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      }

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)
