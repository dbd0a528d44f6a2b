import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { cases, caseTags } from '@/db/schema'
import { caseReference } from '@/domain/cases/reference'
import { now } from '@/server/kernel/clock'
import { againWhenLost, LostTransaction } from '@/server/kernel/lost-transaction'
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

it('loses the transaction before what is written with the case can fail for want of it', async () => {
  const row = await anotherCase()
  const writeBoth = tx((tx) =>
    Promise.all([
      insertCase({ tx }, 'MAR', row, () => taken),
      tx.insert(caseTags).values({ caseId: row.id, tagId: randomUUID(), since: now() }),
    ]),
  )
  await expect(writeBoth).rejects.toThrow(LostTransaction)
  expect(await db.select().from(cases)).toHaveLength(1)
})
