import { Temporal } from 'temporal-polyfill'
import { toInstant, type Instant } from '@/lib/instant'

/** Who of a team is on duty when: one after the other, each for as many days, and then from the first again. */
export interface Rota {
  /** In their order. */
  personIds: string[]
  /** The first day of the first turn, `2026-11-23`. */
  startsOn: string
  daysPerTurn: number
}

/** More people than a team takes turns with. */
export const mostTurns = 12
export const mostDaysPerTurn = 31

/** From midnight to midnight in the project's zone, so that a turn keeps its days when clocks change. */
export interface Turn {
  personId: string
  from: Instant
  /** The first instant after it. */
  until: Instant
}

/** The turn at `now` and those after it, `amount` in all; before the first day, the first ones. None where nobody takes turns. */
export function turnsFrom(rota: Rota, timeZone: string, now: Instant, amount: number): Turn[] {
  const { personIds, daysPerTurn } = rota
  if (personIds.length === 0) return []
  const startsOn = Temporal.PlainDate.from(rota.startsOn)
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const days = startsOn.until(today, { largestUnit: 'days' }).days
  const first = Math.max(0, Math.floor(days / daysPerTurn))
  const midnightOf = (turn: number) =>
    toInstant(startsOn.add({ days: turn * daysPerTurn }).toZonedDateTime(timeZone))
  return Array.from({ length: amount }, (_, index) => {
    const turn = first + index
    return {
      personId: personIds[turn % personIds.length]!,
      from: midnightOf(turn),
      until: midnightOf(turn + 1),
    }
  })
}

/** Whose turn it is at `now`; null: nobody’s, as there is no rota or it has not begun. */
export function turnAt(rota: Rota | null, timeZone: string, now: Instant): Turn | null {
  const [turn] = rota ? turnsFrom(rota, timeZone, now, 1) : []
  return turn && turn.from <= now ? turn : null
}
