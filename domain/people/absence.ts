import { dayMs, msBetween, type Instant } from '@/lib/instant'
import { ok, refuse, type Result } from '@/lib/result'

/** Somebody is out of office from `startsAt` to just before `endsAt`, and who takes what comes meanwhile. */
export interface Absence {
  personId: string
  startsAt: Instant
  endsAt: Instant
  /** For every project that names nobody else; null: nobody. */
  standInId: string | null
  /** By project id. */
  standInByProject: Readonly<Record<string, string>>
}

/** Longer than this is leaving, not leave: hand the cases over and leave the team. */
const longestDays = 366

/** Whether the absence runs now: from its start on, and no more at its end. */
export const isAway = ({ startsAt, endsAt }: Pick<Absence, 'startsAt' | 'endsAt'>, now: Instant): boolean =>
  startsAt <= now && now < endsAt

/** May an absence run so? The refusal names the field that is wrong: `endsAt`. */
export function checkAbsence(
  { startsAt, endsAt }: Pick<Absence, 'startsAt' | 'endsAt'>,
  now: Instant,
): Result<null, { code: 'ends_first' | 'is_over' | 'too_long'; reason: string }> {
  if (endsAt <= startsAt)
    return refuse({ code: 'ends_first', reason: 'You come back before you leave. Pick a later date.' })
  if (endsAt <= now) return refuse({ code: 'is_over', reason: 'That is over already. Pick a later date.' })
  if (msBetween(startsAt, endsAt) > longestDays * dayMs)
    return refuse({
      code: 'too_long',
      reason: 'Pick a date within a year. Who is away for longer hands their cases over.',
    })
  return ok(null)
}

/**
 * Who takes what comes for somebody who is away in a project: the stand-in they named there, else the one for all; of a stand-in who is
 * away too, theirs. null: nobody is here who can. `able` says who may take it. Worked case: Ana → Ben (away) → Cleo: Cleo.
 */
export function standInFor(
  personId: string,
  projectId: string,
  absences: readonly Absence[],
  able: (personId: string) => boolean,
  now: Instant,
): string | null {
  const seen = new Set([personId])
  for (let at = personId; ;) {
    const absence = absences.find((one) => one.personId === at && isAway(one, now))
    if (!absence) return at !== personId && able(at) ? at : null
    const named = Object.hasOwn(absence.standInByProject, projectId)
      ? absence.standInByProject[projectId]
      : absence.standInId
    if (!named || seen.has(named)) return null
    seen.add(named)
    at = named
  }
}
