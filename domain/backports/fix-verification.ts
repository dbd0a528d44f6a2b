import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { LineStatus } from './line-status'

/** A fix that a reporter was asked to verify and has not answered about. */
export interface OpenVerification {
  lineId: string
  version: string
}

/** What one reporter was asked to verify and still may answer; a release taken back ends the question. */
export function openVerifications(events: readonly CaseEvent[], reportId: string): OpenVerification[] {
  const open = new Map<string, OpenVerification>()
  for (const event of events) {
    if (event.type === 'verification_asked' && event.data.reportId === reportId)
      open.set(event.data.lineId, { lineId: event.data.lineId, version: event.data.version })
    else if (event.type === 'fix_verified' || event.type === 'fix_failed' || event.type === 'release_yanked')
      open.delete(event.data.lineId)
  }
  return [...open.values()]
}

/** The version to verify on a line; refused while nothing is released there, or when it is verified already. */
export function verifiableVersion({ line, work, release }: LineStatus): Result<string, Refusal> {
  if (work === 'verified') return refuseBecause('verified', `The fix on ${line.name} is verified already.`)
  if (work !== 'released' || release === null)
    return refuseBecause('not_released', `${line.name} has no patch release yet that could be tried.`)
  return ok(release.version)
}

/** The line after its fix was found to hold. */
export function verified(status: LineStatus): Result<LineStatus, Refusal> {
  const version = verifiableVersion(status)
  return version.ok ? ok({ ...status, work: 'verified' }) : version
}

/**
 * The line after its fix was found wanting: worked on again, and its release no longer counts. Not once the advisory is published:
 * then the public ranges would follow one person's word, and an incomplete fix is a case of its own.
 */
export function stillVulnerable(status: LineStatus, isAnnounced: boolean): Result<LineStatus, Refusal> {
  const version = verifiableVersion(status)
  if (!version.ok) return version
  if (isAnnounced)
    return refuseBecause(
      'announced',
      'The advisory is published by now. Write to the team below: an incomplete fix becomes a case of its own.',
    )
  return ok({ ...status, work: 'in_progress', release: null, majorReason: null })
}
