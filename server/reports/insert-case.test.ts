import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import { caseReference } from '@/domain/cases/reference'
import { now } from '@/server/kernel/clock'
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

it('draws another reference when the first is taken', async () => {
  const row = await anotherCase()
  const draws = [taken, taken, free]
  const reference = await tx((tx) => insertCase({ tx }, 'MAR', row, () => draws.shift() ?? free))
  expect(reference).toBe(caseReference('MAR', free))
  expect(draws).toEqual([])
  expect(await db.select().from(cases)).toHaveLength(2)
})

it('gives up after some draws rather than never', async () => {
  const row = await anotherCase()
  await expect(tx((tx) => insertCase({ tx }, 'MAR', row, () => taken))).rejects.toThrow(
    'No reference is free.',
  )
  expect(await db.select().from(cases)).toHaveLength(1)
})
