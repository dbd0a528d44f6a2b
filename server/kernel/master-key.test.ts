import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confirmMasterKey, MasterKeyWrong, readMasterKey, type KeyCheckStore } from './master-key'

let folder: string
let file: string
let announced: string[]
const announce = (words: string) => void announced.push(words)

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-key-'))
  file = path.join(folder, 'keys', 'master.key')
  announced = []
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

/** A store that keeps the first value it is given, like the row of the installation. */
function storeOf(first: string | null = null): KeyCheckStore & { value: string | null } {
  return {
    value: first,
    async read() {
      return this.value
    },
    async write(check) {
      this.value ??= check
    },
  }
}

const freshKey = () => randomBytes(32).toString('base64')

describe('the first start', () => {
  it('makes a key only its owner can read, and says once and loudly to back it up', async () => {
    const store = storeOf()
    await confirmMasterKey({ MASTER_KEY_FILE: file }, store, announce)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['master.key'])
    expect(readMasterKey({ MASTER_KEY_FILE: file })).toHaveLength(32)
    expect(announced).toEqual([expect.stringContaining('BACK UP THIS FILE NOW')])
    expect(announced[0]).toContain(file)
    expect(announced[0]).not.toContain(fs.readFileSync(file, 'utf8').trim())

    await confirmMasterKey({ MASTER_KEY_FILE: file }, store, announce)
    expect(announced).toHaveLength(1)
  })

  it('makes one key when several processes start together', async () => {
    const store = storeOf()
    await Promise.all(
      Array.from({ length: 5 }, () => confirmMasterKey({ MASTER_KEY_FILE: file }, store, announce)),
    )
    expect(announced).toHaveLength(1)
  })

  it('makes no file when the key is in the environment', async () => {
    await confirmMasterKey({ MASTER_KEY: freshKey(), MASTER_KEY_FILE: file }, storeOf(), announce)
    expect(fs.existsSync(file)).toBe(false)
    expect(announced).toEqual([])
  })

  it('is stopped when another process was quicker with another key', async () => {
    const quicker: KeyCheckStore = storeOf()
    const store = { read: quicker.read, write: async () => quicker.write('the other key'), value: null }
    let reads = 0
    const racing = { read: async () => (reads++ === 0 ? null : quicker.read()), write: store.write }
    await expect(confirmMasterKey({ MASTER_KEY_FILE: file }, racing, announce)).rejects.toThrow(
      MasterKeyWrong,
    )
  })
})

describe('a later start', () => {
  it('is stopped by a wrong key, and says so', async () => {
    const store = storeOf()
    await confirmMasterKey({ MASTER_KEY: freshKey(), MASTER_KEY_FILE: file }, store, announce)
    const known = store.value
    await expect(
      confirmMasterKey({ MASTER_KEY: freshKey(), MASTER_KEY_FILE: file }, store, announce),
    ).rejects.toThrow(
      'The data was sealed with another master key than the one in MASTER_KEY; ' +
        'put the right key back and start again; nothing was changed.',
    )
    expect(store.value).toBe(known)
  })

  it('is stopped when the key file is gone, and makes no new one', async () => {
    await expect(confirmMasterKey({ MASTER_KEY_FILE: file }, storeOf('known'), announce)).rejects.toThrow(
      `There is no master key: set MASTER_KEY, or put the key file back at ${file}; nothing was changed.`,
    )
    expect(fs.existsSync(file)).toBe(false)
  })

  it('goes on with the right key', async () => {
    const store = storeOf()
    const settings = { MASTER_KEY: freshKey(), MASTER_KEY_FILE: file }
    await confirmMasterKey(settings, store, announce)
    await expect(confirmMasterKey(settings, store, announce)).resolves.toBeUndefined()
  })
})

describe('a key that is given', () => {
  it('may be written in either base64, with or without its padding', () => {
    const key = Buffer.alloc(32, 0xfb)
    for (const text of [key.toString('base64'), key.toString('base64url'), ` ${key.toString('base64')}\n`]) {
      expect(readMasterKey({ MASTER_KEY: text, MASTER_KEY_FILE: file })).toStrictEqual(new Uint8Array(key))
    }
  })

  it.each([
    'short',
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('base64'),
    '!'.repeat(44),
    'password '.repeat(5),
  ])('is refused when it is not 32 bytes in base64: %s', (text) => {
    expect(() => readMasterKey({ MASTER_KEY: text, MASTER_KEY_FILE: file })).toThrow(
      'The variable MASTER_KEY must be 32 random bytes in base64',
    )
  })
})
