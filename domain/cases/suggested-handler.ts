import { utcText } from '@/lib/utc-text'
import type { Instant } from '@/lib/instant'

/** Somebody who could answer for the case, and what they have on their hands. */
export interface HandlerLoad {
  personId: string
  name: string
  /** Open cases they answer for, in all projects. */
  open: number
  /** Of these, with a promise that is due within a day, and with one that has passed. */
  dueSoon: number
  overdue: number
  /** When they were last given a case; null: never, or long ago. */
  lastGivenAt: Instant | null
  isAway: boolean
}

export interface HandlerSuggestion {
  personId: string
  name: string
  /** A sentence. */
  reason: string
}

/** What is due soon presses as much as two cases, what is overdue as three. */
const weightOf = ({ open, dueSoon, overdue }: HandlerLoad): number => open + dueSoon + 2 * overdue

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

function loadInWords({ open, dueSoon, overdue }: HandlerLoad): string {
  if (open === 0) return 'has no open case'
  const pressing = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(dueSoon > 0 ? [`${dueSoon} due within a day`] : []),
  ]
  return `has ${count(open, 'open case')}${pressing.length > 0 ? ` (${pressing.join(', ')})` : ''}`
}

/**
 * Whom to give the case: the stand-in of a handler who is away; else who is on duty; else, of those who are here, the one with the least
 * on their hands, and among equals the one who was given a case longest ago. null: nobody else is here.
 */
export function suggestedHandler({
  candidates,
  handlerId,
  standIn,
  onDuty,
}: {
  candidates: readonly HandlerLoad[]
  /** Who answers for it now. */
  handlerId: string | null
  /** Where who answers for it is away: who stands in. */
  standIn: { awayName: string; personId: string | null } | null
  /** Whose turn it is by the project's rota, and until which day. */
  onDuty: { personId: string; untilDay: string } | null
}): HandlerSuggestion | null {
  const here = candidates.filter(({ personId, isAway }) => personId !== handlerId && !isAway)
  const named = here.find(({ personId }) => personId === standIn?.personId)
  if (standIn && named) {
    const { personId, name } = named
    const reason = `${standIn.awayName} is away, and ${name} stands in.`
    return { personId, name, reason }
  }
  const duty = here.find(({ personId }) => personId === onDuty?.personId)
  if (onDuty && duty) {
    const { personId, name } = duty
    return {
      personId,
      name,
      reason: `${name} is on duty until ${onDuty.untilDay}, and ${loadInWords(duty)}.`,
    }
  }
  const [best, second] = [...here].sort(
    (a, b) =>
      weightOf(a) - weightOf(b) ||
      ((a.lastGivenAt ?? '') < (b.lastGivenAt ?? '')
        ? -1
        : (a.lastGivenAt ?? '') > (b.lastGivenAt ?? '')
          ? 1
          : 0) ||
      (a.personId < b.personId ? -1 : 1),
  )
  if (!best) return null
  const { personId, name } = best
  if (!second)
    return { personId, name, reason: `${name} is the only other one who is here, and ${loadInWords(best)}.` }
  const isTie = weightOf(best) === weightOf(second)
  const turn =
    best.lastGivenAt === null ? 'was given none lately' : `was given one last on ${utcText(best.lastGivenAt)}`
  const reason = isTie
    ? `${name} ${loadInWords(best)}, no more than anybody else who is here, and it is their turn: ${name} ${turn}.`
    : `${name} ${loadInWords(best)}, the least of those who are here.`
  return { personId, name, reason }
}
