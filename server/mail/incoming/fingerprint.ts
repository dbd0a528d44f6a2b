import { createHash } from 'node:crypto'
import { vault } from '@/server/kernel/vault'

/** Headers that mail servers add on the way: they differ between two copies of one mail. */
const ofTheWay =
  /^(?:received|return-path|delivered-to|x-original-to|envelope-to|dkim-signature|arc-[a-z-]+|authentication-results|received-spf|x-[a-z0-9-]+)$/

/** Where it was delivered is a part all the same: a mail to two projects is two. */
const ofTheTarget = /^(?:delivered-to|x-original-to|envelope-to)$/

/**
 * Tells two copies of one mail from two mails: a keyed hash of what its sender wrote (headers, Message-ID among them, and content)
 * and of where it was delivered. Another text under the same Message-ID is another mail.
 */
export function fingerprintOf(raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const [end, gap] = endOfHead(bytes)
  const fields = bytes
    .subarray(0, end)
    .toString('latin1')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  const kept = fields.filter((field) => {
    const name = field
      .slice(0, Math.max(0, field.indexOf(':')))
      .trim()
      .toLowerCase()
    return ofTheTarget.test(name) || !ofTheWay.test(name)
  })
  const content = createHash('sha256')
    .update(kept.join('\n'))
    .update('\n\n')
    .update(bytes.subarray(end + gap))
    .digest('hex')
  return vault().keyedHash('incoming-mail', content)
}

function endOfHead(bytes: Buffer): [end: number, gap: number] {
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return [crlf, 4]
  return lf >= 0 ? [lf, 2] : [bytes.length, 0]
}
