import { expect, it } from 'vitest'
import { testDatabase, testEngine } from '@/test/database'
import { addPerson } from '@/test/team'
import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { againWhenLost } from './lost-transaction'

const { tx } = await testDatabase()

const failing = (times: number, error: Error) => {
  let calls = 0
  const act = async () => {
    calls += 1
    if (calls <= times) throw error
    return calls
  }
  return { act, calls: () => calls }
}
const deadlock = () =>
  new Error('Failed query', { cause: Object.assign(new Error('deadlock detected'), { code: '40P01' }) })

it('does a transaction again that lost against another, a few times', async () => {
  expect(await againWhenLost(failing(3, deadlock()).act)).toBe(4)
  const always = failing(99, deadlock())
  await expect(againWhenLost(always.act)).rejects.toThrow('Failed query')
  expect(always.calls()).toBe(4)
})

it('leaves every other failure alone', async () => {
  const unique = failing(1, Object.assign(new Error('duplicate key'), { code: '23505' }))
  await expect(againWhenLost(unique.act)).rejects.toThrow('duplicate key')
  expect(unique.calls()).toBe(1)
})

it.runIf(testEngine() === 'postgres')(
  'lets two changes that lock the same rows crosswise both happen (needs PostgreSQL)',
  async () => {
    const ids = [(await addPerson('Ann')).personId, (await addPerson('Bo')).personId]
    let waiting = 0
    let meet: () => void = () => undefined
    const both = new Promise<void>((resolve) => (meet = resolve))
    const rename = (order: string[], name: string) =>
      againWhenLost(() =>
        tx(async (inside) => {
          for (const id of order) {
            await inside.update(people).set({ name }).where(eq(people.id, id))
            waiting += 1
            if (waiting === 2) meet()
            if (waiting <= 2) await both
          }
          return name
        }),
      )
    const [first = '', second = ''] = ids
    expect(await Promise.all([rename([first, second], 'A'), rename([second, first], 'B')])).toEqual([
      'A',
      'B',
    ])
  },
)
