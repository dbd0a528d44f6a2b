import { epochMs, type Instant } from '@/lib/instant'

/**
 * A text as the encrypted MIME entity of a PGP/MIME mail (RFC 3156, section 4), armoured; null when nothing can be encrypted to that
 * key any more.
 */
export async function encryptForMail(armoredKey: string, text: string, at: Instant): Promise<string | null> {
  const { createMessage, encrypt, readKey } = await import('openpgp')
  const lines = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8')
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  const entity = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`
  try {
    const armored = await encrypt({
      message: await createMessage({ text: entity, format: 'mime' }),
      encryptionKeys: await readKey({ armoredKey }),
      date: new Date(epochMs(at)),
    })
    return armored.replace(/\r\n/g, '\n')
  } catch {
    return null
  }
}
