import { simpleParser } from 'mailparser'
import { expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { Gpg, hasGpg, unlessGpg } from '@/test/gpg'
import { encryptForMail } from '@/server/encryption/encrypt-mail'
import { compose } from './compose'

const sender = { name: 'Desk', address: 'desk@example.org' }
const mail = {
  mailId: 'b7d1',
  attempt: 1,
  recipient: { name: 'Ann', address: 'ann@example.test' },
  subject: 'There is a new message about your report',
  createdAt: toInstant('2026-11-20T09:00:00Z'),
  replyTo: null,
  inReplyTo: null,
  unsubscribe: null,
}

it.skipIf(!hasGpg)(
  `writes an encrypted mail as PGP/MIME that gpg opens (RFC 3156), with nothing of it in clear${unlessGpg}`,
  async () => {
    const gpg = new Gpg()
    try {
      gpg.makeKey('ed25519', 'ann@example.test')
      const key = gpg.publicKey('ann@example.test')
      const body = await encryptForMail(key, 'The fix comes on Tuesday.', mail.createdAt)
      const message = (await compose({ ...mail, body: body ?? '', isEncrypted: true }, sender)).toString()
      expect(message).toMatch(
        /^Content-Type: multipart\/encrypted; protocol="application\/pgp-encrypted";\s+boundary="/m,
      )
      expect(message).toMatch(/^Subject: There is a new message about your report\r$/m)
      expect(message).toMatch(/^Auto-Submitted: auto-generated\r$/m)
      expect(message).not.toContain('Tuesday')
      const { attachments } = await simpleParser(message)
      expect(attachments.map(({ contentType }) => contentType)).toEqual([
        'application/pgp-encrypted',
        'application/octet-stream',
      ])
      expect(attachments[0]?.content.toString().trim()).toBe('Version: 1')
      const entity = await simpleParser(gpg.decrypt(new Uint8Array(attachments[1]!.content)))
      expect(entity.text?.trim()).toBe('The fix comes on Tuesday.')
    } finally {
      gpg.close()
    }
  },
)

it('writes any other mail as plain text', async () => {
  const message = (await compose({ ...mail, body: 'News.\n', isEncrypted: false }, sender)).toString()
  expect(message).toContain('Content-Type: text/plain; charset=utf-8')
  expect((await simpleParser(message)).text).toBe('News.\n')
})

it('lets a mail program end the news by itself (RFC 8058), over https', async () => {
  const body = 'There is a new message.\n'
  const headersOf = async (unsubscribe: string | null) =>
    (await compose({ ...mail, body, isEncrypted: false, unsubscribe }, sender)).toString()
  const link = 'https://desk.example.org/no-mail/key/one-click'
  const written = await headersOf(link)
  expect(written).toContain(`List-Unsubscribe: <${link}>\r\n`)
  expect(written).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  const plain = await headersOf(link.replace('https', 'http'))
  expect(plain).toContain('List-Unsubscribe: <http://')
  expect(plain).not.toContain('List-Unsubscribe-Post')
  expect(await headersOf(null)).not.toContain('List-Unsubscribe')
})
