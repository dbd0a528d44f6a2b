import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '@/db/connection'
import type { Actor, Subject } from '@/domain/access/actor'
import { can, type Verb } from '@/domain/access/can'
import { ok, refuse, type Result } from '@/lib/result'
import type { Context } from './context'
import { log } from './log'
import { forbidden, invalid, notFound, ProblemError, type Problem } from './problem'

/** What `load` finds in the actor's scope; permission is asked about its subject. */
export interface Loaded {
  subject: Subject
}

/** What an operation declares. `may` is required: an operation without an authorisation rule does not compile. */
export interface Definition<Schema extends z.ZodType, Found extends Loaded, Output> {
  /** noun.verbPhrase, e.g. `cases.assignHandler` */
  name: string
  input: Schema
  /** Loads in scope: null when it does not exist for this actor, which is the same as not existing. */
  load(context: Context, input: z.output<Schema>): Promise<Found | null>
  may: Verb
  /**
   * All that is wrong of input that `input` refuses already, so that it is said at once what else `run` would refuse. Asked before
   * anything is loaded or permitted: it may look only at what anybody may see.
   */
  allThatIsWrong?(context: Context, rawInput: unknown, wrong: FieldErrors): Promise<FieldErrors>
  run(context: Context, input: z.output<Schema>, found: Found): Promise<Output>
}

/** What to mend, by field. */
export type FieldErrors = Record<string, string[]>

/** Counts a try, by one statement that it asks at once. Throws ProblemError `too_many` when they are used up. */
export type Count = (db: Tx) => Promise<void>

export interface Operation<Input, Output> {
  /** `count`: the try is counted even if it is refused, and nothing is done when too many were made. */
  (actor: Actor, input: Input, count?: Count): Promise<Result<Output, Problem>>
  operation: { name: string; kind: 'command' | 'query'; may: Verb; input: z.ZodType }
}

/** Everything declared so far, for the tests that ask something of every operation. */
export const operations = new Map<string, Operation<never, unknown>['operation']>()

/** Parse → load in scope → may → run, in the transaction given. `counted`: whether there was a try left. */
export async function perform<Schema extends z.ZodType, Found extends Loaded, Output>(
  definition: Definition<Schema, Found, Output>,
  context: Context,
  rawInput: unknown,
  counted?: Promise<void>,
): Promise<Output> {
  const parsed = definition.input.safeParse(rawInput)
  if (!parsed.success) {
    await counted
    const wrong = fieldErrors(parsed.error)
    throw invalid((await definition.allThatIsWrong?.(context, rawInput, wrong)) ?? wrong)
  }
  const [found] = await Promise.all([definition.load(context, parsed.data), counted])
  if (!found) throw notFound()
  const decision = can(context.actor, definition.may, found.subject)
  if (!decision.allowed) throw forbidden(decision.reason)
  return definition.run(context, parsed.data, found)
}

/** The one catch: problems become results, anything else is logged under an id that the person is shown. */
export async function atTheDoor<Output>(
  name: string,
  act: () => Promise<Output>,
): Promise<Result<Output, Problem>> {
  try {
    return ok(await act())
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem)
    const id = randomUUID().slice(0, 8)
    log('error', 'operation_failed', { operation: name, id, error: errorSummary(error) })
    return refuse({
      code: 'failed',
      message: `Something went wrong on our side (number ${id}). Nothing was changed. Try again; if it stays, tell whoever runs this desk that number.`,
      id,
    })
  }
}

/**
 * Names the defect without its contents. Drivers, parsers and calendars put what they were given into their messages, so only the
 * message of a plain Error, which is how we throw our own, is said; and of the trace only what follows the message.
 */
export function errorSummary(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? ` ${String(cause.code)}` : ''
  const constraint = 'constraint' in cause && cause.constraint ? ` ${String(cause.constraint)}` : ''
  const trace = cause.stack?.slice(cause.stack.indexOf(cause.message) + cause.message.length) ?? ''
  const place = /^\s+at (.+)$/m.exec(trace)?.[1] ?? ''
  const isOurs = error.constructor === Error && cause === error && code === ''
  return `${error.name}${code}${constraint}${isOurs ? `: ${error.message.slice(0, 200)}` : ''} at ${place}`
}

/** What a schema says against its input, by field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) (fields[issue.path.join('.') || 'form'] ??= []).push(issue.message)
  return fields
}
