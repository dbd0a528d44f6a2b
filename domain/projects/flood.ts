import { hourMs } from '@/lib/instant'

/** The window in which reports are counted. */
export const floodWindowMs = hourMs
/** More than this many reports an hour come to no project by hand. */
export const defaultFloodAbove = 30
export const highestFloodAbove = 10_000

export interface Intake {
  /** A lead says so. */
  isUnderAttack: boolean
  /** Reports within an hour that are still no flood. */
  floodAbove: number
}

/** Why senders are checked now: a lead switched it on, or too many reports came within the hour; null: they are not. */
export function whyChecked(
  { isUnderAttack, floodAbove }: Intake,
  reportsWithinHour: number,
): 'switched_on' | 'flood' | null {
  if (isUnderAttack) return 'switched_on'
  return reportsWithinHour > floodAbove ? 'flood' : null
}
