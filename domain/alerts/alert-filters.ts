import { alertStates, type AlertState } from './alert'

export const alertViewLabel: Readonly<Record<AlertState, string>> = {
  open: 'To triage',
  taken: 'Cases',
  dismissed: 'Dismissed',
  fixed: 'Fixed',
}

/** The view an address names; what makes no sense is what waits. */
export const alertViewOf = (named: unknown): AlertState =>
  alertStates.find((state) => state === named) ?? 'open'
