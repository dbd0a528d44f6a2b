import semver from 'semver'
import { z } from 'zod'
import { instantSchema } from '@/lib/instant-schema'
import { justificationLabel } from '@/domain/backports/justification-label'
import { lineBounds } from '@/domain/backports/line-range'
import { justifications, type LineStatus } from '@/domain/backports/line-status'
import { isReleased } from '@/domain/backports/needs-fix'
import { newestFirst } from '@/domain/backports/supported'

export const affectedStates = [
  'fixed',
  'fix_pending',
  'wont_fix',
  'out_of_support',
  'not_affected',
  'unknown',
] as const
export type AffectedState = (typeof affectedStates)[number]

/** What the public learns about one line. Versions are exact and plain, so that a table, JSON and OSV read the same values. */
export const affectedLineSchema = z.object({
  line: z.string(),
  isDevelopment: z.boolean(),
  state: z.enum(affectedStates),
  /** First affected version; null when the line is not, or not known to be, affected. */
  introduced: z.string().nullable(),
  /** First version with the fix. */
  fixed: z.string().nullable(),
  /** Where the line ends (exclusive); null: it goes on. */
  below: z.string().nullable(),
  /** The affected versions as a semver range; null: none are. */
  versions: z.string().nullable(),
  releasedAt: instantSchema.nullable(),
  releaseUrl: z.string().nullable(),
  /** Why there is no fix. */
  reason: z.string().nullable(),
  justification: z.enum(justifications).nullable(),
})
export type AffectedLine = z.infer<typeof affectedLineSchema>

function stateOf(status: LineStatus): AffectedState {
  if (status.affectedness !== 'affected') return status.affectedness
  if (isReleased(status)) return 'fixed'
  if (status.plan === 'wont_fix' || status.plan === 'out_of_support') return status.plan
  return 'fix_pending'
}

/** From `introduced` to the fix or the line's end, whichever comes first; null when nothing lies between. */
function affectedVersions(introduced: string, ends: readonly (string | null)[]): string | null {
  const end = ends.filter((version) => version !== null).sort(semver.compare)[0]
  if (end === undefined) return `>=${introduced}`
  return semver.lt(introduced, end) ? `>=${introduced} <${end}` : null
}

function affectedLine(status: LineStatus): AffectedLine {
  const { line, release } = status
  const state = stateOf(status)
  const bounds = lineBounds(line.range) ?? { min: '0.0.0', below: null }
  const isAffected = status.affectedness === 'affected'
  const introduced = isAffected ? (status.introducedIn ?? bounds.min) : null
  const standing = state === 'fixed' ? release : null
  const isUnfixed = state === 'wont_fix' || state === 'out_of_support'
  return {
    line: line.name,
    isDevelopment: line.isDevelopment,
    state,
    introduced,
    fixed: standing?.version ?? null,
    below: bounds.below,
    versions:
      introduced === null ? null : affectedVersions(introduced, [standing?.version ?? null, bounds.below]),
    releasedAt: standing?.releasedAt ?? null,
    releaseUrl: standing?.url ?? null,
    reason: isUnfixed ? status.planReason : null,
    justification: state === 'not_affected' ? status.justification : null,
  }
}

/**
 * What the public learns about every line, in the order of `newestFirst`; derived, so it cannot drift from the lines.
 * 2.4.x, introduced in 2.4.2, released in 2.4.7 → `>=2.4.2 <2.4.7`; without a fix → up to the line's end, with the reason.
 */
export function affectedRanges(statuses: readonly LineStatus[]): AffectedLine[] {
  const order = newestFirst(statuses.map(({ line }) => line))
  return statuses.toSorted((a, b) => order.indexOf(a.line) - order.indexOf(b.line)).map(affectedLine)
}

const withFullStop = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** One line as a sentence: what is affected, and what its users get. */
export function affectedSentence(affected: AffectedLine): string {
  const { line, state, versions, fixed, reason, justification } = affected
  if (state === 'not_affected') {
    return justification === null
      ? `${line}: not affected.`
      : `${line}: not affected: ${justificationLabel[justification]}.`
  }
  if (state === 'unknown') return `${line}: it is not known whether it is affected.`
  if (state === 'fixed') {
    return versions === null
      ? `${line}: its first version, ${fixed}, has the fix.`
      : `${line}: ${versions} is affected; ${fixed} has the fix.`
  }
  const start = `${line}: ${versions ?? 'no released version'} is affected`
  if (state === 'fix_pending') return `${start}; the fix is not released yet.`
  const why = reason ?? (state === 'out_of_support' ? 'the line is out of support' : null)
  return why === null ? `${start} and gets no fix.` : `${start} and gets no fix: ${withFullStop(why)}`
}
