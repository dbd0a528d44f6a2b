import { alertStates, type AlertState } from './alert'

export const alertViewLabel: Readonly<Record<AlertState, string>> = {
  open: 'To triage',
  taken: 'Cases',
  dismissed: 'Dismissed',
  fixed: 'Fixed',
}

/** Which alerts are looked at. */
export interface AlertFilters {
  view: AlertState
  /** The slug of a project; left out: of all. */
  project?: string
}

type Search = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an address names; a view that makes no sense is what waits, and no project is every project. */
export const alertFiltersOf = ({ view, project }: Search): AlertFilters => ({
  view: alertStates.find((state) => state === view) ?? 'open',
  ...(typeof project === 'string' && project !== '' && { project }),
})
