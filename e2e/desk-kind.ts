/** A bare desk has its projects and teams and no report yet; in a lively one the cases of the demonstration have happened. */
export const deskKinds = ['bare', 'lively'] as const
export type DeskKind = (typeof deskKinds)[number]

/** Names the folder that holds a founded desk of each kind. */
export const templateVariable = 'E2E_TEMPLATE'
