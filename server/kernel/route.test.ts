import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/access/actor'
import { ok, refuse } from '@/lib/result'
import type { Operation } from './operation'
import { notFound, tooMany, type Problem } from './problem'
import { jsonRoute } from './route'

const person: Actor = { kind: 'person', personId: 'p', name: 'P', isOwner: false, roles: {}, cases: {} }
const url = 'http://localhost:3000/api/v1/cases/MAR-1'

function route(
  kind: 'query' | 'command',
  { actor = person, problem }: { actor?: Actor; problem?: Problem } = {},
) {
  const operation = Object.assign(
    async (_actor: Actor, input: unknown) => (problem ? refuse(problem) : ok(input)),
    { operation: { name: 'test.echo', kind, may: 'view_case' } },
  ) as unknown as Operation<never, unknown>
  const handle = jsonRoute(operation, { actor: async () => actor, lists: ['stage'] })
  return (request: Request) => handle(request, { params: Promise.resolve({ case: 'MAR-1' }) })
}

const post = (body: BodyInit, type = 'application/json') =>
  new Request(url, { method: 'POST', body, headers: { 'content-type': type } })

describe('jsonRoute', () => {
  it('gives the operation the parts of the address and the query string', async () => {
    const answer = await route('query')(new Request(`${url}?stage=fixing&page=2&case=OTHER`))
    expect(await answer.json()).toEqual({ stage: ['fixing'], page: '2', case: 'MAR-1' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('gives a command the JSON body', async () => {
    const answer = await route('command')(post('{"to":"x"}'))
    expect([answer.status, await answer.json()]).toEqual([200, { to: 'x', case: 'MAR-1' }])
  })

  it.each([
    ['broken JSON', post('{'), 400],
    ['a list', post('[1]'), 400],
    ['an empty body', post(''), 400],
    ['a form', post('a=1', 'application/x-www-form-urlencoded'), 415],
    ['two megabytes', post(JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) })), 413],
  ])('refuses %s as a problem', async (_what, request, status) => {
    const answer = await route('command')(request)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status })
  })

  it('says how long to wait', async () => {
    const answer = await route('query', { problem: tooMany(40).problem })(new Request(url))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '40'])
  })

  it('is 404 for a person, and 401 for who is not signed in', async () => {
    const { problem } = notFound()
    expect((await route('query', { problem })(new Request(url))).status).toBe(404)
    expect((await route('query', { problem, actor: { kind: 'anyone' } })(new Request(url))).status).toBe(401)
  })
})
