/** What anyone may ask of a project beside reporting a vulnerability. */
export const requestKinds = ['testing', 'policy', 'backport'] as const
export type RequestKind = (typeof requestKinds)[number]

/** `requested` until the team has answered; each kind has two answers of its own. */
export const requestStates = [
  'requested',
  'allowed',
  'not_allowed',
  'taken',
  'not_taken',
  'accepted',
  'declined',
] as const
export type RequestState = (typeof requestStates)[number]

export const requestKindLabel: Readonly<Record<RequestKind, string>> = {
  testing: 'Test',
  policy: 'Policy change',
  backport: 'Backport',
}

export const requestStateLabel: Readonly<Record<RequestState, string>> = {
  requested: 'Requested',
  allowed: 'Allowed with conditions',
  not_allowed: 'Not allowed',
  taken: 'Taken',
  not_taken: 'Not taken',
  accepted: 'Accepted',
  declined: 'Declined',
}

/** The last part of each form's address. */
export const requestForms: Readonly<Record<RequestKind, { path: string; title: string }>> = {
  testing: { path: 'ask-before-testing', title: 'Ask before testing' },
  policy: { path: 'suggest-policy-change', title: 'Suggest a change to this policy' },
  backport: { path: 'request-backport', title: 'Ask for a backport of an announced fix' },
}
