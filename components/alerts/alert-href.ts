import type { AlertState } from '@/domain/alerts/alert'

export const alertsHref = (view: AlertState): string =>
  view === 'open' ? '/console/alerts' : `/console/alerts?view=${view}`

export const alertHref = (id: string): string => `/console/alerts/${id}`
