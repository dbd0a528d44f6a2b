import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { connectDatabase } from '@/db/connection'
import { bareDatabaseUrl, testEngine } from '@/test/database'

const patience = { timeout: 10_000, interval: 20 }

describe.runIf(testEngine() === 'postgres')('listening to a server (needs PostgreSQL)', () => {
  async function listening() {
    const databaseUrl = await bareDatabaseUrl()
    const [one, other] = await Promise.all([
      connectDatabase({ databaseUrl }),
      connectDatabase({ databaseUrl }),
    ])
    const heard: string[] = []
    const states: boolean[] = []
    const stop = one.listen('a "channel"', {
      heard: (payload) => heard.push(payload),
      hearing: (isHearing) => states.push(isHearing),
    })
    await vi.waitFor(() => expect(states).toEqual([true]), patience)
    const tell = (payload: string) => other.db.execute(sql`select pg_notify('a "channel"', ${payload})`)
    const end = async () => {
      await stop()
      await Promise.all([one.close(), other.close()])
    }
    return { heard, states, tell, other, stop, end }
  }

  it('hears what another process told, once it is committed', async () => {
    const { heard, tell, other, end } = await listening()
    await other
      .transaction(async (tx) => {
        await tx.execute(sql`select pg_notify('a "channel"', 'never')`)
        throw new Error('undone')
      })
      .catch(() => undefined)
    await tell('one')
    await vi.waitFor(() => expect(heard).toEqual(['one']), patience)
    await end()
  })

  it('says when the connection was lost and when it is back', async () => {
    const { heard, states, tell, other, end } = await listening()
    await other.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'disclosure-desk-listener' and datname = current_database()`)
    await vi.waitFor(() => expect(states).toEqual([true, false, true]), patience)
    await tell('again')
    await vi.waitFor(() => expect(heard).toEqual(['again']), patience)
    await end()
  })

  it('leaves no connection behind', async () => {
    const { other, stop, end } = await listening()
    const listeners = async () => {
      const { rows } = await other.db.execute<{ count: number }>(sql`
        select count(*)::int as count from pg_stat_activity
        where application_name = 'disclosure-desk-listener' and datname = current_database()`)
      return rows[0]?.count
    }
    expect(await listeners()).toBe(1)
    await stop()
    await vi.waitFor(async () => expect(await listeners()).toBe(0), patience)
    await end()
  })
})
