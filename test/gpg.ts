import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Is the real gpg on the path of this machine? */
export const hasGpg = spawnSync('gpg', ['--version']).status === 0

/** For the name of a test that needs gpg: says why it is skipped. */
export const unlessGpg = hasGpg ? '' : ' (skipped: there is no gpg on this machine)'

type Kind = 'rsa' | 'ed25519' | 'sign only'

/** A key ring of the real GnuPG in a folder of its own, at a moment long before every test. */
export class Gpg {
  /** Short, because the agent's socket lives there. */
  private readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'gpg-'))

  /** Makes a key without a passphrase, or with one; `until` as gpg reads it: `never`, `20260101T000000`. */
  makeKey(kind: Kind, address: string, { passphrase = '', until = 'never' } = {}): string {
    const algorithm = kind === 'rsa' ? 'rsa2048' : 'ed25519'
    const asOf = ['--faked-system-time', '20250101T000000', '--passphrase', passphrase]
    this.run([...asOf, '--quick-generate-key', address, algorithm, 'sign,cert', until])
    const fingerprint = this.fingerprintOf(address)
    if (kind !== 'sign only')
      this.run([
        ...asOf,
        '--quick-add-key',
        fingerprint,
        kind === 'rsa' ? 'rsa2048' : 'cv25519',
        'encr',
        until,
      ])
    return fingerprint
  }

  fingerprintOf(address: string): string {
    const listed = this.run(['--with-colons', '--list-keys', `=${address}`]).toString()
    return /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1] ?? ''
  }

  publicKey = (address: string) => this.run(['--armor', '--export', `=${address}`]).toString()
  binaryPublicKey = (address: string) => new Uint8Array(this.run(['--export', `=${address}`]))
  privateKey = (address: string, passphrase = '') =>
    this.run(['--passphrase', passphrase, '--armor', '--export-secret-keys', `=${address}`]).toString()

  import = (armored: string) => void this.run(['--import'], armored)

  /** Encrypts as a reporter would, armoured unless said otherwise. */
  encrypt(text: string | Uint8Array, to: string, more: string[] = ['--armor']): Buffer {
    return this.run([...more, '--trust-model', 'always', '--recipient', to, '--encrypt'], text)
  }

  decrypt = (message: string | Uint8Array) => this.run(['--passphrase', '', '--decrypt'], message).toString()

  /** Signs as if it were that moment, `20261120T080000`. */
  clearSign(text: string, address: string, moment: string): string {
    const asOf = ['--faked-system-time', moment, '--passphrase', '']
    return this.run([...asOf, '--local-user', `=${address}`, '--clearsign'], text).toString()
  }

  /** The revocation certificate that gpg made with the key, put on it. */
  revoke(fingerprint: string): void {
    const file = path.join(this.home, 'openpgp-revocs.d', `${fingerprint}.rev`)
    this.import(fs.readFileSync(file, 'utf8').replace(':-----', '-----'))
  }

  /** Ends the agent this ring started, and forgets the keys. */
  close(): void {
    spawnSync('gpgconf', ['--homedir', this.home, '--kill', 'gpg-agent'])
    fs.rmSync(this.home, { recursive: true, force: true })
  }

  private run(args: string[], input?: string | Uint8Array): Buffer {
    const all = ['--homedir', this.home, '--batch', '--yes', '--pinentry-mode', 'loopback', ...args]
    const { status, stdout, stderr } = spawnSync('gpg', all, { input, maxBuffer: 256 * 1024 * 1024 })
    if (status !== 0) throw new Error(`gpg ${args.join(' ')}: ${stderr}`)
    return stdout
  }
}
