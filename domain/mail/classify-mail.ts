import { headerOf, type MailHeaders } from './mail-headers'

/** What the rule looks at; texts and files are not among it. */
export interface MailToClassify {
  headers: MailHeaders
  /** The address in From, in lower case; null: there is none. */
  sender: string | null
}

export type MailClass = 'own' | 'bounce' | 'automatic' | 'bulk' | 'personal'

const mediaType = (headers: MailHeaders) =>
  (headerOf(headers, 'content-type') ?? '').toLowerCase().split(';')[0]?.trim() ?? ''

/** A notice that a mail was not delivered, or was late: RFC 3464, and those who write one in their own words. */
function isBounce({ headers, sender }: MailToClassify): boolean {
  const type = (headerOf(headers, 'content-type') ?? '').toLowerCase()
  if (mediaType(headers) === 'multipart/report' && /report-type\s*=\s*"?delivery-status/.test(type))
    return true
  if (headers.has('x-failed-recipients')) return true
  return /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/.test(sender ?? '') && hasNoReturn(headers)
}

/** `Return-Path: <>`, the sign of who must not be answered (RFC 3834). A mail without the header says nothing. */
const hasNoReturn = (headers: MailHeaders) => headerOf(headers, 'return-path') === '<>'

function isAutomatic({ headers }: MailToClassify): boolean {
  const submitted = (headerOf(headers, 'auto-submitted') ?? 'no').toLowerCase()
  if (!/^no\b/.test(submitted)) return true
  if (mediaType(headers) === 'multipart/report' || hasNoReturn(headers)) return true
  if (/^auto[_-]?reply/i.test(headerOf(headers, 'precedence') ?? '')) return true
  return ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headers.has(name))
}

const isBulk = ({ headers }: MailToClassify): boolean =>
  headers.has('list-id') || /^(bulk|list|junk)\b/i.test(headerOf(headers, 'precedence') ?? '')

/**
 * What sort of sender a message has. Only `personal` mail becomes a report or a reply, and only it is ever answered: an answer
 * to anything else could go round for ever (RFC 3834). Worked case: a vacation answer to our own mail is `automatic`.
 */
export function classifyMail(mail: MailToClassify, ownAddresses: ReadonlySet<string>): MailClass {
  if (isBounce(mail)) return 'bounce'
  if (mail.sender !== null && ownAddresses.has(mail.sender)) return 'own'
  if (isAutomatic(mail)) return 'automatic'
  return isBulk(mail) ? 'bulk' : 'personal'
}
