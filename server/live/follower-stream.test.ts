import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { noNews } from '@/domain/live/news'
import { resetDatabase, testDatabase } from '@/test/database'
import { addPerson } from '@/test/team'
import { followers } from './followers'
import { followerStream } from './follower-stream'

await testDatabase()
afterEach(async () => {
  await followers().close()
  await resetDatabase()
})

async function opened() {
  const gone = new AbortController()
  const actor = await addPerson('Mei')
  const stream = followerStream({ actor, sessionId: randomUUID() }, gone.signal)
  if (!stream) throw new Error('There was no room.')
  const reader = stream.getReader()
  const next = async () => {
    const { done, value } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { actor, gone, reader, next }
}
/** Followers are private to the list; a person with no room left shows whether one is in it. */
const hasLeft = (personId: string) => {
  const more = Array.from({ length: 12 }, () =>
    followerStream({ actor: { ...person, personId }, sessionId: randomUUID() }, new AbortController().signal),
  )
  return more.every((stream) => stream !== null)
}
const person = { kind: 'person', name: '', isOwner: false, roles: {}, cases: {} } as const

it('says when to come back, whether changes are heard, and ends when the process does', async () => {
  const { next } = await opened()
  expect(await next()).toMatch(/^retry: \d{4}\n\n$/)
  expect(await next()).toContain('event: hearing\ndata: {"isHearing":')
  await followers().close()
  let last = await next()
  while (last !== null) last = await next()
  expect(last).toBeNull()
})

it('leaves when the browser goes', async () => {
  const one = await opened()
  one.gone.abort()
  expect(hasLeft(one.actor.personId)).toBe(true)
  const other = await opened()
  await other.reader.cancel()
  expect(hasLeft(other.actor.personId)).toBe(true)
  const stays = await opened()
  expect(hasLeft(stays.actor.personId)).toBe(false)
})

it('puts together what a slow reader has not taken', async () => {
  const told: { tell: (news: typeof noNews) => void }[] = []
  const add = followers().add.bind(followers())
  followers().add = (follower) => {
    told.push(follower)
    return add(follower)
  }
  const { next } = await opened()
  await next()
  for (let i = 0; i < 1000; i++) told[0]?.tell({ ...noNews, cases: [`MAR-${i % 3}`] })
  let said = ''
  while (!said.includes('event: news')) said += await next()
  expect(said.match(/event: news/g)).toHaveLength(1)
  expect(said).toContain('["MAR-0","MAR-1","MAR-2"]')
})
