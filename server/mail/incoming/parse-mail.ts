import { simpleParser, type Attachment } from 'mailparser'
import { armouredMessage } from '@/domain/mail/armour'
import { textOfMail } from '@/domain/mail/text-of-mail'
import type { MailHeaders } from '@/domain/mail/mail-headers'
import { oneLine } from '@/domain/mail/recipient'
import { cleanText } from '@/lib/text'
import { attachmentLimits } from '@/server/reports/report-attachments'

/** A message as far as the desk understands it. */
export interface ParsedMail {
  headers: MailHeaders
  sender: { name: string; address: string | null }
  subject: string
  /** What a person reads; of an OpenPGP mail the armoured message, below what was written in clear around it. */
  text: string
  encryption: 'openpgp' | 'smime' | null
  /** What fits into a report. */
  files: { name: string; content: Uint8Array }[]
  /** How many files were too large or too many. */
  leftOut: number
  /** Everything legible, the parts of a delivery notice included: where ids of our own mail are looked for. */
  searchable: string
}

/** Parts that belong to how a mail is signed or sealed, and tell a reader nothing. */
const machinery = /^application\/(?:pgp-encrypted|pgp-signature|pkcs7-signature|x-pkcs7-signature)$/
const sealedWithSmime = /^application\/(?:x-)?pkcs7-mime$/
const notices =
  /^(?:message\/(?:delivery-status|rfc822|global|feedback-report|disposition-notification)|text\/rfc822-headers)$/

const options = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
}

/**
 * Reads a message, whatever is wrong with it. Nothing in it is run and nothing is fetched. One whose parts the parser gives up on
 * (it takes a thousand) is read as the text it is. Throws only where even that fails; the message is stored by then.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const mail = await simpleParser(bytes, options).catch(() => simpleParser(asPlainText(bytes), options))
  const from = mail.from?.value[0] ?? mail.headers.get('sender')
  const sender = senderOf(from)
  const headers = headersOf(mail.headerLines ?? [])
  const text = textOfMail({ plain: mail.text ?? '', html: mail.html || '' })
  const parts = mail.attachments
  const legible = parts
    .filter((part) => notices.test(part.contentType))
    .map(({ content }) => content.subarray(0, 200_000).toString('latin1'))
  const armoured = armouredIn(text, parts)
  const encryption =
    armoured !== null ? 'openpgp' : parts.some(isSmime) || isSmimeHead(headers) ? 'smime' : null
  const carried = parts.filter((part) => part.content.length > 0 && !machinery.test(part.contentType))
  // The encrypted part of PGP/MIME is the text itself; it is no further file.
  const shown =
    armoured === null
      ? carried
      : carried.filter((part) => armouredMessage(part.content.toString('latin1')) === null)
  const fitting = shown
    .filter(({ content }) => content.length <= attachmentLimits.bytesEach)
    .slice(0, attachmentLimits.files)
  return {
    headers,
    sender,
    subject: oneLine(mail.subject ?? ''),
    text: armoured === null ? text : besides(text, armoured),
    encryption,
    files: fitting.map((part, at) => ({ name: nameOf(part, at), content: new Uint8Array(part.content) })),
    leftOut: shown.length - fitting.length,
    searchable: [text.slice(0, 200_000), ...legible].join('\n'),
  }
}

/** The head without what it says about the body, and the beginning of the body. */
function asPlainText(bytes: Buffer): Buffer {
  const text = bytes.subarray(0, 300_000).toString('latin1').replace(/\r\n?/g, '\n')
  const end = text.indexOf('\n\n')
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ').split('\n')
  const kept = head.filter((line) => !/^(?:content-|mime-version)/i.test(line)).slice(0, 500)
  return Buffer.from(`${kept.join('\n')}\n\n${end < 0 ? '' : text.slice(end + 2)}`, 'latin1')
}

const isSmime = ({ contentType }: Attachment) => sealedWithSmime.test(contentType)
const isSmimeHead = (headers: MailHeaders) =>
  sealedWithSmime.test(headers.get('content-type')?.[0]?.split(';')[0]?.trim().toLowerCase() ?? '')

/** Words in clear around an armoured message stay in front of it. */
function besides(text: string, armoured: string): string {
  const words = text.replace(armoured.trim(), () => '').trim()
  return words === '' ? armoured : `${words}\n\n${armoured}`
}

function armouredIn(text: string, parts: readonly Attachment[]): string | null {
  const inline = armouredMessage(text)
  if (inline !== null) return inline
  const isPgpMime = parts.some(({ contentType }) => contentType === 'application/pgp-encrypted')
  const candidates = parts.filter(
    ({ contentType, filename }) =>
      isPgpMime || /\.asc$/i.test(filename ?? '') || contentType === 'application/pgp-encrypted',
  )
  for (const { content } of candidates) {
    const found = armouredMessage(content.toString('latin1').replace(/\r\n?/g, '\n'))
    if (found !== null) return found
  }
  return null
}

function senderOf(from: unknown): ParsedMail['sender'] {
  const one = from as { address?: unknown; name?: unknown; group?: unknown[] } | undefined
  if (one?.group?.[0]) return senderOf(one.group[0])
  const address =
    typeof one?.address === 'string' && one.address.includes('@') ? oneLine(one.address).toLowerCase() : null
  return { address, name: typeof one?.name === 'string' ? oneLine(one.name) : '' }
}

const nameOf = ({ filename, contentType }: Attachment, at: number): string => {
  const given = oneLine(cleanText(filename ?? '')).slice(0, 200)
  if (given !== '') return given
  return contentType === 'message/rfc822' ? `forwarded-${at + 1}.eml` : `file-${at + 1}`
}

/** A hostile head may have thousands of lines; rules ask for few, and the first counts. */
function headersOf(lines: readonly { key: string; line: string }[]): MailHeaders {
  const headers = new Map<string, string[]>()
  for (const { key, line } of lines) {
    const values = headers.get(key) ?? []
    if (values.length >= 50) continue
    const value = cleanText(line.slice(line.indexOf(':') + 1, 50_000))
      .replace(/\s+/g, ' ')
      .trim()
    headers.set(key, [...values, value])
  }
  return headers
}
