/** What GitHub tells a project of: a known hole in a dependency, or an advisory of the repository itself. */
export const alertSources = ['dependabot', 'repository_advisory'] as const
export type AlertSource = (typeof alertSources)[number]

/** What the team made of it. `taken`: a case is. */
export const alertStates = ['open', 'taken', 'dismissed', 'fixed'] as const
export type AlertState = (typeof alertStates)[number]

/** How it stands at GitHub; the states of an advisory are told in the same words. */
export const remoteStates = ['open', 'fixed', 'dismissed', 'auto_dismissed'] as const
export type RemoteState = (typeof remoteStates)[number]

/** Why an alert needs nothing. `at_source`: it was dismissed at GitHub, not here. */
export const dismissals = ['not_affected', 'not_used', 'tolerable', 'no_fix_yet', 'other'] as const
export type Dismissal = (typeof dismissals)[number]

export const alertSourceLabel: Readonly<Record<AlertSource, string>> = {
  dependabot: 'Dependency alert',
  repository_advisory: 'GitHub advisory',
}

export const alertStateLabel: Readonly<Record<AlertState, string>> = {
  open: 'To triage',
  taken: 'A case',
  dismissed: 'Dismissed',
  fixed: 'Fixed',
}

export const remoteStateLabel: Readonly<Record<RemoteState, string>> = {
  open: 'open',
  fixed: 'fixed',
  dismissed: 'dismissed',
  auto_dismissed: 'dismissed by a rule',
}

export const dismissalLabel: Readonly<Record<Dismissal, string>> = {
  not_affected: 'Not affected: the vulnerable part cannot be reached',
  not_used: 'Not used: the dependency is not part of what we ship',
  tolerable: 'Tolerable: the risk is accepted',
  no_fix_yet: 'No fix yet: there is no version to go to',
  other: 'Another reason',
}
