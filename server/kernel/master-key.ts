import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Environment } from './environment'
import { createVault } from './sealing'

/** The master key is absent, malformed, or not the one the data was sealed with. */
export class MasterKeyWrong extends Error {
  override name = 'MasterKeyWrong'
}

/** Where the check value of the master key is kept. `write` leaves a value that is already there alone. */
export interface KeyCheckStore {
  read(): Promise<string | null>
  write(check: string): Promise<void>
}

type KeySettings = Pick<Environment, 'MASTER_KEY' | 'MASTER_KEY_FILE'>

/** The 32 bytes of the master key, from the environment or its file. Throws MasterKeyWrong. */
export function readMasterKey({ MASTER_KEY, MASTER_KEY_FILE }: KeySettings): Uint8Array {
  if (MASTER_KEY) return keyFrom(MASTER_KEY, 'The variable MASTER_KEY')
  if (fs.existsSync(MASTER_KEY_FILE)) {
    return keyFrom(fs.readFileSync(MASTER_KEY_FILE, 'utf8'), `The key file ${MASTER_KEY_FILE}`)
  }
  throw new MasterKeyWrong(
    `There is no master key: set MASTER_KEY, or put the key file back at ${MASTER_KEY_FILE}; nothing was changed.`,
  )
}

/**
 * Run once at every start, before anything is sealed: makes a key at the very first start, and stops the start
 * when the key at hand is not the one the data was sealed with. Throws MasterKeyWrong.
 */
export async function confirmMasterKey(
  settings: KeySettings,
  store: KeyCheckStore,
  announce: (words: string) => void = console.warn,
): Promise<void> {
  const known = await store.read()
  if (known === null && !settings.MASTER_KEY) makeKeyFile(settings.MASTER_KEY_FILE, announce)
  const check = createVault(readMasterKey(settings)).keyedHash('master-key-check', 'disclosure-desk')
  if (known === null) await store.write(check)
  if ((known ?? (await store.read())) !== check) {
    throw new MasterKeyWrong(
      `The data was sealed with another master key than the one in ${settings.MASTER_KEY ? 'MASTER_KEY' : settings.MASTER_KEY_FILE}; ` +
        'put the right key back and start again; nothing was changed.',
    )
  }
}

/** Makes the file once, whole or not at all; a file that is there stays. */
function makeKeyFile(file: string, announce: (words: string) => void): void {
  if (fs.existsSync(file)) return
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.new`
  fs.writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    fs.linkSync(draft, file)
    announce(wordsAbout(file))
  } catch (error) {
    // Another process was quicker; its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(draft)
  }
}

const wordsAbout = (file: string) => {
  const line = '='.repeat(78)
  return [
    line,
    'BACK UP THIS FILE NOW: the master key was made at',
    `  ${path.resolve(file)}`,
    'Every report is sealed with it. Without it nobody can read them again, not',
    'even with a backup of the data. Keep a copy, and keep it apart from the data.',
    line,
  ].join('\n')
}

function keyFrom(text: string, source: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64')
  const encoded = text.trim().replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (key.length !== 32 || key.toString('base64').replace(/=+$/, '') !== encoded) {
    throw new MasterKeyWrong(
      `${source} must be 32 random bytes in base64, such as openssl rand -base64 32 prints.`,
    )
  }
  return new Uint8Array(key)
}
