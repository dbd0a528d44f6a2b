import { afterAll, describe, expect, it } from 'vitest'
import { decryptMessage, unlockKey } from '@/components/encryption/decrypt-message'
import { toInstant } from '@/lib/instant'
import { Gpg, hasGpg, unlessGpg } from '@/test/gpg'
import { makeKeyPair } from '@/test/openpgp-key'
import { createMessage, encrypt, readKey } from 'openpgp'
import { encryptForMail } from './encrypt-mail'
import { armoredMessageOf, encryptedTo } from './read-message'
import { readPublicKey } from './read-public-key'

const at = toInstant('2026-11-20T09:00:00Z')
const words = 'Ein Schlüssel passt in zwei Schlösser. 🦫\nSecond line.\n'
const bytesOf = (buffer: Buffer) => new Uint8Array(buffer)

/** Decrypts as the page of a case does. */
async function decryptInBrowser(message: string | Uint8Array, privateKey: string, passphrase = '') {
  const unlocked = await unlockKey(privateKey, passphrase)
  if (!unlocked.ok) return unlocked
  const opened = await decryptMessage(message, [unlocked.value])
  return opened.ok ? { ok: true, text: new TextDecoder().decode(opened.value.bytes) } : opened
}

describe.skipIf(!hasGpg)(`with the real GnuPG${unlessGpg}`, () => {
  const gpg = hasGpg ? new Gpg() : (undefined as never)
  afterAll(() => gpg?.close())

  it.each(['rsa', 'ed25519'] as const)(
    'reads what gpg encrypts to its own %s key, and gpg reads what we encrypt to it',
    async (kind) => {
      const address = `${kind}@example.org`
      const fingerprint = gpg.makeKey(kind, address)
      const read = await readPublicKey(gpg.publicKey(address), at)
      const binary = await readPublicKey(gpg.binaryPublicKey(address), at)
      expect(read).toMatchObject({ ok: true, value: { fingerprint, userIds: [address], expiresAt: null } })
      expect(binary.ok && binary.value.fingerprint).toBe(fingerprint)
      if (!read.ok) return

      const armored = gpg.encrypt(words, address).toString()
      const addressed = await encryptedTo(`Dear team,\n\n${armored}`)
      expect(addressed.ok && addressed.value?.every((id) => read.value.keyIds.includes(id))).toBe(true)
      expect(await decryptInBrowser(armored, gpg.privateKey(address))).toEqual({ ok: true, text: words })

      const encryptionKeys = await readKey({ armoredKey: read.value.armored })
      const ours = await encrypt({ message: await createMessage({ text: words }), encryptionKeys })
      expect(gpg.decrypt(ours)).toBe(words)
    },
  )

  it('reads what gpg encrypts to a key that openpgp.js made, with a passphrase, armoured or binary', async () => {
    const pair = await makeKeyPair('Team <team@example.org>', { passphrase: 'correct horse' })
    gpg.import(pair.publicKey)
    const whom = 'team@example.org'
    const binary = bytesOf(gpg.encrypt(words, whom, []))
    expect(await decryptInBrowser(binary, pair.privateKey, 'correct horse')).toEqual({
      ok: true,
      text: words,
    })
    const armored = await armoredMessageOf(binary)
    expect(armored.ok && (await decryptInBrowser(armored.value, pair.privateKey, 'correct horse'))).toEqual({
      ok: true,
      text: words,
    })
    expect(await decryptInBrowser(binary, pair.privateKey, 'wrong')).toMatchObject({
      refusal: { code: 'passphrase' },
    })
    expect(await decryptInBrowser(binary, pair.publicKey)).toMatchObject({ refusal: { code: 'no_key' } })
  })

  it('writes mails to reporters that gpg opens, as one MIME entity', async () => {
    gpg.makeKey('ed25519', 'reporter@example.org')
    const armored = await encryptForMail(gpg.publicKey('reporter@example.org'), words, at)
    const entity = gpg.decrypt(armored ?? '')
    const [head, body = ''] = entity.split(/\r?\n\r?\n/)
    expect(head).toContain('Content-Type: text/plain; charset=utf-8')
    expect(Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')).toBe(words)
  })

  it('refuses a key that has expired, has no subkey for encryption, is revoked, or is private', async () => {
    gpg.makeKey('ed25519', 'old@example.org', { until: '20260101T000000' })
    gpg.makeKey('sign only', 'sign@example.org')
    const revoked = gpg.makeKey('ed25519', 'revoked@example.org')
    gpg.revoke(revoked)
    const codeOf = async (key: string) => {
      const read = await readPublicKey(key, at)
      return read.ok ? 'accepted' : read.refusal.code
    }
    expect(await codeOf(gpg.publicKey('old@example.org'))).toBe('expired')
    expect(await codeOf(gpg.publicKey('sign@example.org'))).toBe('no_encryption')
    expect(await codeOf(gpg.publicKey('revoked@example.org'))).toBe('revoked')
    expect(await codeOf(gpg.privateKey('sign@example.org'))).toBe('private')
    expect(await encryptForMail(gpg.publicKey('old@example.org'), words, at)).toBeNull()
  })

  it('says when a key expires, by the subkey that ends first', async () => {
    gpg.makeKey('ed25519', 'soon@example.org', { until: '20261224T120000' })
    const read = await readPublicKey(gpg.publicKey('soon@example.org'), at)
    expect(read.ok && read.value.expiresAt).toBe('2026-12-24T12:00:00.000Z')
  })

  it('knows a message that is cut off, wherever it was cut', async () => {
    gpg.makeKey('ed25519', 'cut@example.org')
    const binary = bytesOf(gpg.encrypt(words.repeat(50), 'cut@example.org', ['--compress-level', '0']))
    const lines = gpg.encrypt(words, 'cut@example.org').toString().split('\n')
    expect(await encryptedTo(lines.slice(0, 4).join('\n'))).toMatchObject({ refusal: { code: 'damaged' } })
    const closed = [...lines.slice(0, 4), '-----END PGP MESSAGE-----'].join('\n')
    expect(await encryptedTo(closed)).toMatchObject({ refusal: { code: 'damaged' } })
    for (const left of [3, 60, binary.length - 1]) {
      const cut = binary.slice(0, left)
      const taken = await armoredMessageOf(cut)
      const opened = await decryptInBrowser(cut, gpg.privateKey('cut@example.org'))
      expect([taken.ok, opened], `cut at ${left}`).toMatchObject([false, { refusal: { code: 'damaged' } }])
    }
  })

  it('does not unpack a decompression bomb', async () => {
    gpg.makeKey('ed25519', 'bomb@example.org')
    const bomb = gpg.encrypt(new Uint8Array(60 * 1024 * 1024), 'bomb@example.org', [
      '--compress-algo',
      'zlib',
    ])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await decryptInBrowser(bytesOf(bomb), gpg.privateKey('bomb@example.org'))).toMatchObject({
      refusal: { code: 'too_large' },
    })
  })

  it('takes no message that is only signed, or locked with a password', async () => {
    gpg.makeKey('ed25519', 'signer@example.org')
    const signed = gpg.clearSign(words, 'signer@example.org', '20261120T080000')
    expect(await encryptedTo(signed)).toEqual({ ok: true, value: null })
    const locked = await encrypt({ message: await createMessage({ text: words }), passwords: ['secret'] })
    expect(await encryptedTo(locked)).toMatchObject({ refusal: { code: 'password' } })
    expect(await encryptedTo(gpg.privateKey('signer@example.org'))).toMatchObject({
      refusal: { code: 'private_key' },
    })
  })

  it('names no addressee where the sender hid it, and opens it all the same', async () => {
    gpg.makeKey('rsa', 'hidden@example.org')
    const message = gpg.encrypt(words, 'hidden@example.org', ['--armor', '--throw-keyids']).toString()
    expect(await encryptedTo(message)).toEqual({ ok: true, value: ['0000000000000000'] })
    expect(await decryptInBrowser(message, gpg.privateKey('hidden@example.org'))).toEqual({
      ok: true,
      text: words,
    })
  })
})
