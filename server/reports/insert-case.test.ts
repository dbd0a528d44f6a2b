import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { cases, eventChains } from '@/db/schema'
import { caseReference } from '@/domain/cases/reference'
import { now } from '@/server/kernel/clock'
import { genesis } from '@/server/kernel/event-chain'
import { enqueue } from '@/server/jobs/enqueue'
import { againWhenLost } from '@/server/kernel/lost-transaction'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject } from '@/test/team'
import { insertCase } from './insert-case'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

const taken = Uint8Array.of(1, 2, 3, 4)
const free = Uint8Array.of(200, 2, 3, 4)

async function anotherCase() {
  const { caseId } = await addReport(await addProject())
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
  if (!row) throw new Error('The case is not there.')
  await db
    .update(cases)
    .set({ reference: caseReference('MAR', taken) })
    .where(eq(cases.id, caseId))
  return { ...row, id: randomUUID(), changedAt: now() }
}

it('draws another reference when the first is taken, in a transaction of its own', async () => {
  const row = await anotherCase()
  const draws = [taken, taken, free]
  const transactions: string[] = []
  const reference = await againWhenLost(() =>
    tx(async (tx) => {
      transactions.push('begun')
      return insertCase({ tx }, 'MAR', row, () => draws.shift() ?? free)
    }),
  )
  expect(reference).toBe(caseReference('MAR', free))
  expect(draws).toEqual([])
  expect(transactions).toHaveLength(3)
  expect(await db.select().from(cases)).toHaveLength(2)
})

it('is done again together with all that is written in the same turn', async () => {
  const row = await anotherCase()
  const draws = [taken, free]
  await againWhenLost(() =>
    tx((tx) =>
      Promise.all([
        insertCase({ tx }, 'MAR', row, () => draws.shift() ?? taken),
        tx.insert(eventChains).values({ id: row.id, length: 0, head: genesis(row.id) }),
        enqueue({ tx, now: now() }, 'cases.welcome', { caseId: row.id, reportId: randomUUID() }),
      ]),
    ),
  )
  expect(draws).toEqual([])
  expect(await db.select().from(cases)).toHaveLength(2)
  expect(await db.select().from(eventChains).where(eq(eventChains.id, row.id))).toHaveLength(1)
})
