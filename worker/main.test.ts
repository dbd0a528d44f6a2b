import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { connectDatabase } from '@/db/connection'
import { workers } from '@/db/schema'
import { bareDatabaseUrl, testEngine } from '@/test/database'

const patience = { timeout: 60_000, interval: 100 }

function startProcess(variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    env: { ...process.env, DATABASE_URL: '', ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk) => (words += String(chunk)))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, words: () => words }
}

describe('the worker process', () => {
  it('says that it needs a server, and ends, with the embedded database', async () => {
    const { ended, words } = startProcess({})
    expect(await ended).toBe(1)
    expect(words()).toContain('The worker needs DATABASE_URL.')
  })

  it.runIf(testEngine() === 'postgres')(
    'prepares an empty database, is seen, and stops cleanly when it is told to (needs PostgreSQL)',
    async () => {
      const databaseUrl = await bareDatabaseUrl()
      const { child, ended, words } = startProcess({ DATABASE_URL: databaseUrl })
      await vi.waitFor(() => expect(words()).toContain('worker_started'), patience)
      const database = await connectDatabase({ databaseUrl })
      const seen = () => database.db.select().from(workers)
      await vi.waitFor(async () => expect(await seen()).toHaveLength(1), patience)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
      expect(await seen()).toEqual([])
      await database.close()
    },
  )
})
