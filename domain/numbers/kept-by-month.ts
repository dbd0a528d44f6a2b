import type { Clock } from '@/domain/clocks/clock'
import { countKept, type KeptCount } from '@/domain/reports/kept-share'
import type { Instant } from '@/lib/instant'
import { monthOf } from './period'

/** How a promise was kept to the reports that arrived in a month. */
export interface KeptMonth extends KeptCount {
  /** `2026-11` */
  month: string
}

/** A promise's clock, with when its report arrived. */
export interface ArrivedClock {
  receivedAt: Instant
  clock: Clock
}

/** Counts kept promises by the month in which the report arrived; a month without a decided one counts none of none. */
export function keptByMonth(
  clocks: readonly ArrivedClock[],
  { months, timeZone }: { months: readonly string[]; timeZone: string },
): KeptMonth[] {
  const ofMonth = new Map<string, Clock[]>(months.map((month) => [month, []]))
  for (const { receivedAt, clock } of clocks) ofMonth.get(monthOf(receivedAt, timeZone))?.push(clock)
  return [...ofMonth].map(([month, its]) => ({ month, ...countKept(its) }))
}
