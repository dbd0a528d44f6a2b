import { anyone } from '@/server/auth/anyone'
import { currentActor } from '@/server/auth/current-actor'
import { clientOfRequest } from '@/server/auth/request-client'
import type { Actor } from '@/domain/access/actor'
import type { Result } from '@/lib/result'
import type { Count, Operation } from './operation'
import { httpStatus, invalid, type Problem } from './problem'
import type { Throttle } from './throttle'

const noStore = { 'cache-control': 'no-store' }
/** The largest JSON body taken, in bytes. */
const maxJsonBytes = 1024 * 1024

interface RouteOptions {
  /** Who asks; the person of the session unless said otherwise. */
  actor?: (request: Request) => Promise<Actor>
  /** Names in the query string that are always a list. */
  lists?: readonly string[]
  /** A read whose question must not stand in an address: it comes as a JSON body. */
  takesBody?: boolean
  /** For everybody: nobody is told to sign in. */
  isPublic?: boolean
  /** Tries that a client has; what cannot be read as JSON costs none. */
  perClient?: Throttle
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

/**
 * A handler of `/api/v1`: the parts of the address, the query string (GET) or a JSON body (POST) go to the operation;
 * its result comes back as JSON, a refusal as problem+json (RFC 9457).
 */
export function jsonRoute<Output>(operation: Operation<never, Output>, options: RouteOptions = {}) {
  return async (request: Request, { params }: RouteContext): Promise<Response> => {
    const actor = options.isPublic ? anyone : await (options.actor ?? currentActor)(request)
    const given =
      operation.operation.kind === 'query' && !options.takesBody
        ? searchObject(request, options.lists)
        : await jsonBody(request)
    if (given instanceof Response) return given
    const input = { ...given, ...(await params) } as never
    const result = await operation(actor, input, options.perClient && (await countOf(options.perClient)))
    return options.isPublic && !result.ok ? problemResponse(result.refusal) : jsonAnswer(result, actor)
  }
}

async function countOf(perClient: Throttle): Promise<Count> {
  const client = await clientOfRequest()
  return (db) => perClient.spend(client, db)
}

/** A result as an HTTP answer that no cache keeps. */
export function jsonAnswer<Output>(result: Result<Output, Problem>, actor: Actor): Response {
  if (result.ok) return Response.json(result.value ?? null, { headers: noStore })
  return problemResponse(withoutSession(result.refusal, actor))
}

/** A problem as `application/problem+json`. */
export function problemResponse(
  problem: Problem,
  status = httpStatus[problem.code],
  more: Record<string, string> = {},
): Response {
  const { code, message, ...facts } = problem
  const body = { type: 'about:blank', title: titles[code], status, detail: message, code, ...facts }
  const headers: Record<string, string> = {
    ...noStore,
    ...more,
    'content-type': 'application/problem+json',
  }
  if (problem.code === 'too_many') headers['retry-after'] = String(problem.retryAfterSeconds)
  return new Response(JSON.stringify(body), { status, headers })
}

const titles: Record<Problem['code'], string> = {
  invalid: 'Some values are not valid',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'Changed by somebody else',
  refused: 'Not possible now',
  too_many: 'Too many requests',
  failed: 'Something went wrong',
}

/** Someone who is not signed in is told so, whatever they asked for: that says nothing about what exists. */
const withoutSession = (problem: Problem, actor: Actor): Problem =>
  actor.kind === 'anyone' && (problem.code === 'forbidden' || problem.code === 'not_found')
    ? { code: 'unauthenticated', message: 'Sign in and ask again.' }
    : problem

function searchObject(request: Request, lists: readonly string[] = []): Record<string, unknown> {
  const search = new URL(request.url).searchParams
  const object: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    object[name] = lists.includes(name) || values.length > 1 ? values : values[0]
  }
  return object
}

async function jsonBody(request: Request): Promise<Record<string, unknown> | Response> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return badRequest('Send the body as application/json.', 415)
  const text = await limitedText(request)
  if (text === null) return badRequest(`A body may have ${maxJsonBytes / 1024 / 1024} MiB at most.`, 413)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
    return badRequest('The body must be one JSON object.', 400)
  } catch {
    return badRequest('The body is not JSON.', 400)
  }
}

/** The body as text; null: more than the limit. Stops reading there, whatever length was announced. */
export async function limitedText(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return ''
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxJsonBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const badRequest = (message: string, status: number) => problemResponse(invalid({}, message).problem, status)
