import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded, type EmbeddedDatabase } from './open-embedded'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-durable-'))
let database: EmbeddedDatabase

beforeAll(async () => {
  database = await openEmbedded(folder)
  await database.client.exec('create table notes (id int primary key, body text)')
})

afterAll(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true })
})

/** How often the disk was waited for while `work` ran. */
async function syncsDuring(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(fs, 'fsyncSync')
  try {
    await work()
    return spy.mock.calls.length
  } finally {
    spy.mockRestore()
  }
}

describe('the durable embedded database', () => {
  it('waits for the disk once per commit', async () => {
    const { client } = database
    const syncs = await syncsDuring(async () => {
      for (let id = 0; id < 25; id++) await client.query('insert into notes values ($1, $2)', [id, 'kept'])
    })
    expect(syncs).toBe(25)
  })

  it('waits once for a transaction of many statements', async () => {
    const syncs = await syncsDuring(() =>
      database.client.transaction(async (tx) => {
        for (let id = 100; id < 120; id++)
          await tx.query('insert into notes values ($1, $2)', [id, 'together'])
      }),
    )
    expect(syncs).toBe(1)
  })

  it('does not wait for a read', async () => {
    expect(await syncsDuring(() => database.client.query('select count(*) from notes'))).toBe(0)
  })

  it('runs with fsync on', async () => {
    const { rows } = await database.client.query(
      "select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes') order by name",
    )
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'wal_sync_method', setting: 'fsync' },
    ])
  })

  it('does not acknowledge a commit the disk did not take', async () => {
    const { client } = database
    const broken = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw Object.assign(new Error('input/output error'), { code: 'EIO' })
    })
    try {
      await expect(client.query("insert into notes values (1000, 'lost')")).rejects.toThrow()
    } finally {
      broken.mockRestore()
    }
  })
})
