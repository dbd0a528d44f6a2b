import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { resetDatabase, testDatabase } from '@/test/database'
import type { Tx } from './connection'
import { lastStatements } from './last-statements'
import { rateLimits } from './schema'

const { db, tx, kind } = await testDatabase()
beforeEach(resetDatabase)

const count = (scope: Tx, key: string) => scope.insert(rateLimits).values({ key, points: 1 }).execute()
const counted = async () => (await db.select().from(rateLimits)).map(({ key }) => key).toSorted()

describe(`the last statements of a transaction on the ${kind} engine`, () => {
  it('are kept, and what they answer is given', async () => {
    const answered = await tx((scope) =>
      lastStatements(scope, async () => {
        const [[first]] = await Promise.all([
          scope.insert(rateLimits).values({ key: 'a', points: 1 }).returning(),
          count(scope, 'b'),
        ])
        return first?.key
      }),
    )
    expect(answered).toBe('a')
    expect(await counted()).toEqual(['a', 'b'])
  })

  it('undo everything when one of them fails', async () => {
    const attempt = tx(async (scope) => {
      await count(scope, 'a')
      await lastStatements(scope, () =>
        Promise.all([count(scope, 'b'), count(scope, 'a'), count(scope, 'c')]),
      )
    })
    await expect(attempt).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(await counted()).toEqual([])
  })

  it('undo everything when whoever asks them breaks before the last', async () => {
    const attempt = tx((scope) =>
      lastStatements(scope, () =>
        Promise.all([count(scope, 'a'), Promise.reject(new Error('broken')), count(scope, 'b')]),
      ),
    )
    await expect(attempt).rejects.toThrow('broken')
    expect(await counted()).toEqual([])
  })

  it('undo everything when whoever asks them throws at once', async () => {
    const attempt = tx((scope) =>
      lastStatements(scope, () => {
        const first = count(scope, 'a')
        if (kind) throw new Error('broken')
        return first
      }),
    )
    await expect(attempt).rejects.toThrow('broken')
    expect(await counted()).toEqual([])
  })

  it('are not the last of all within a step', async () => {
    await tx(async (scope) => {
      await scope.transaction((step) => lastStatements(step as Tx, () => count(step as Tx, 'a')))
      await count(scope, 'b')
    })
    expect(await counted()).toEqual(['a', 'b'])
  })

  it('leave the connection fit for the next transaction', async () => {
    for (const key of ['a', 'b', 'c']) await tx((scope) => lastStatements(scope, () => count(scope, key)))
    expect(await counted()).toEqual(['a', 'b', 'c'])
  })

  it.runIf(kind === 'postgres')('let nothing come after them (needs PostgreSQL)', async () => {
    const late = tx(async (scope) => {
      await lastStatements(scope, () => count(scope, 'a'))
      await count(scope, 'b')
    })
    await expect(late).rejects.toMatchObject({
      cause: { message: 'A statement came after the end of its transaction.' },
    })
    expect(await counted()).toEqual(['a'])
  })
})

describe(`what comes before a transaction on the ${kind} engine`, () => {
  it('stays when the transaction is undone', async () => {
    const attempt = tx(
      async (scope) => {
        await count(scope, 'inside')
        throw new Error('no')
      },
      (scope) => count(scope, 'before'),
    )
    await expect(attempt).rejects.toThrow('no')
    expect(await counted()).toEqual(['before'])
  })

  it('is seen within it', async () => {
    const seen = await tx(
      (scope) => scope.select().from(rateLimits),
      (scope) => count(scope, 'before'),
    )
    expect(seen).toHaveLength(1)
  })
})

describe.runIf(kind === 'postgres')('a transaction that failed (needs PostgreSQL)', () => {
  it('is not taken for kept when nobody heard of the failure', async () => {
    const attempt = tx(async (scope) => {
      await count(scope, 'a')
      await scope.execute(sql`select 1 / 0`).catch(() => undefined)
    })
    await expect(attempt).rejects.toThrow('A statement failed unheard, so the transaction was undone.')
    expect(await counted()).toEqual([])
  })

  it('fails with what failed first, whichever failure is heard of first', async () => {
    const attempt = tx(async (scope) => {
      const first = scope.execute(sql`select 1 / 0`).execute()
      const second = scope.execute(sql`select 1`).execute()
      first.catch(() => undefined)
      await expect(second).rejects.toMatchObject({ cause: { code: '25P02' } })
      await Promise.all([second, first])
    })
    await expect(attempt).rejects.toMatchObject({ code: '22012' })
  })
})
