import { dayMs } from '@/lib/instant'

/** How long cases have been open, in classes; each begins at so many days. */
export const ages = [
  { id: 'days', label: 'Under 7 days', fromDays: 0 },
  { id: 'weeks', label: '7 to 29 days', fromDays: 7 },
  { id: 'months', label: '30 to 89 days', fromDays: 30 },
  { id: 'quarters', label: '90 days and more', fromDays: 90 },
] as const
export type Age = (typeof ages)[number]['id']

/** The class of an age in milliseconds. */
export const ageOf = (ms: number): Age =>
  ages.findLast(({ fromDays }) => ms >= fromDays * dayMs)?.id ?? 'days'
