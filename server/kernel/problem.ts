import type { Result } from '@/lib/result'

/**
 * The few ways a command or query says no. Anything else is a defect: logged with an id, and the person sees only the id.
 * Rendered as form state or as RFC 9457 problem+json at the door.
 */
export type Problem =
  | { code: 'invalid'; message: string; fields: Record<string, string[]> }
  | { code: 'unauthenticated'; message: string }
  | { code: 'forbidden'; message: string }
  | { code: 'not_found'; message: string }
  /** Somebody else changed it first; `current` is what stands now. */
  | { code: 'conflict'; message: string; current?: unknown }
  /** A rule says no; `reasons` are the conditions that do not hold. */
  | { code: 'refused'; message: string; reasons: string[] }
  | { code: 'too_many'; message: string; retryAfterSeconds: number }
  | { code: 'failed'; message: string; id: string }

/** Thrown inside a command to roll back; caught once, at the door of the kernel. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
  }
}

/** What was typed is wrong: per field, what to write instead. */
export const invalid = (
  fields: Record<string, string[]>,
  message = 'Some answers need another look. Nothing was lost.',
) => new ProblemError({ code: 'invalid', message, fields })

/** It is not there for whoever asks, for whatever reason. */
export const notFound = () => new ProblemError({ code: 'not_found', message: 'There is nothing here.' })

/** It is there, and this person may not do that; the message says who may. */
export const forbidden = (message: string) => new ProblemError({ code: 'forbidden', message })

/** A rule is against it now; the message says why, and the reasons what is missing. */
export const refused = (message: string, reasons: string[] = []) =>
  new ProblemError({ code: 'refused', message, reasons })

/** Somebody else was faster; `current` is what stands now, for the form. */
export const conflict = (message: string, current?: unknown) =>
  new ProblemError({ code: 'conflict', message, current })

/** Tried too often. */
export const tooMany = (retryAfterSeconds: number) =>
  new ProblemError({
    code: 'too_many',
    message: `Too many tries. Wait ${retryAfterSeconds < 90 ? `${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(retryAfterSeconds / 60)} minutes`} and try again; nothing was lost.`,
    retryAfterSeconds,
  })

/** HTTP status of each code. */
export const httpStatus: Record<Problem['code'], number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 409,
  too_many: 429,
  failed: 500,
}

/** The value of a rule's result; its refusal becomes the operation's. */
export function allowedBy<Value>(result: Result<Value, { code: string; reason: string }>): Value {
  if (!result.ok) throw refused(result.refusal.reason)
  return result.value
}
