/**
 * A bare desk has its projects and teams and no report yet; in a lively one the cases of the demonstration have happened. These are
 * founded once for all workers.
 */
export const deskKinds = ['bare', 'lively'] as const
/** A busy desk has thirty open cases; the one worker that is asked for it founds it. */
export type DeskKind = (typeof deskKinds)[number] | 'busy'

/** Names the folder that holds a founded desk of each kind. */
export const templateVariable = 'E2E_TEMPLATE'
