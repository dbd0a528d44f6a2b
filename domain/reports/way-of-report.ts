import { latest, type Instant } from '@/lib/instant'
import { isReleased } from '@/domain/backports/needs-fix'
import type { CaseEvent } from '@/domain/cases/case-event'
import { stageOf, stages, type CaseFacts, type Stage } from '@/domain/cases/stage'
import type { Clock } from '@/domain/clocks/clock'

/** One step of the whole way of a report, as its reporter sees it. */
export interface WayStep {
  stage: Stage
  state: 'done' | 'current' | 'upcoming' | 'late'
  /** When it was reached; null: not yet. */
  reachedAt: Instant | null
  /** What is promised of a step that lies ahead. `not_before` is the earliest, `scheduled` the planned instant. */
  promise: { kind: 'due' | 'not_before' | 'scheduled'; at: Instant } | null
}

interface Known {
  facts: CaseFacts
  events: readonly CaseEvent[]
  receivedAt: Instant
  /** The clocks of this report. */
  clocks: readonly Clock[]
  scheduledFor: Instant | null
}

/**
 * The way from received to announced, with the instants that passed and those that are promised. A case that ended without a fix
 * ends its way there. A step that was never needed (no line had to be fixed) is left out once the case is past it.
 */
export function wayOfReport(known: Known): WayStep[] {
  const stage = stageOf(known.facts)
  const endsWithoutFix = known.facts.resolution !== null
  const at = stage === 'closed' && !endsWithoutFix ? stages.length : stages.indexOf(stage)
  return stages
    .filter((step) => step !== 'closed' || endsWithoutFix)
    .map((step) => stepOf(step, at, known))
    .filter((step) => step.reachedAt !== null || (step.state !== 'done' && !endsWithoutFix))
}

function stepOf(stage: Stage, at: number, known: Known): WayStep {
  const index = stages.indexOf(stage)
  const reached = reachedAt(stage, known)
  if (index < at && !(stage === 'acknowledged' && reached === null))
    return { stage, state: 'done', reachedAt: reached, promise: null }
  if (index === at) return { stage, state: 'current', reachedAt: reached, promise: null }
  const promise = promiseOf(stage, known)
  const isLate = promise?.kind === 'due' && known.clocks.some(isBreachedAcknowledgement)
  return { stage, state: isLate ? 'late' : 'upcoming', reachedAt: null, promise }
}

const isBreachedAcknowledgement = (clock: Clock) =>
  clock.kind === 'acknowledge' && clock.status === 'breached'

function reachedAt(stage: Stage, { facts, events, receivedAt, clocks }: Known): Instant | null {
  switch (stage) {
    case 'received':
      return receivedAt
    case 'acknowledged': {
      const clock = clocks.find(({ kind }) => kind === 'acknowledge')
      return clock ? clock.metAt : facts.acknowledgedAt
    }
    case 'confirmed':
      return facts.confirmedAt
    case 'fixing':
      return firstWorkAt(events)
    case 'released':
      return releasedAt(facts)
    case 'announced':
      return facts.announcedAt
    case 'closed':
      return facts.resolution?.at ?? null
  }
}

/** When the last line had its release. One that got it after the announcement moves no step that came before. */
function releasedAt({ lines, announcedAt }: CaseFacts): Instant | null {
  const all = lines.flatMap((line) => (isReleased(line) && line.release ? [line.release.releasedAt] : []))
  const before = all.filter((at) => announcedAt === null || at <= announcedAt)
  return latest(before.length > 0 ? before : all)
}

const firstWorkAt = (events: readonly CaseEvent[]): Instant | null =>
  events.find(
    (event) =>
      event.type === 'patch_released' ||
      (event.type === 'line_changed' && event.data.work !== null && event.data.work !== 'todo'),
  )?.at ?? null

function promiseOf(stage: Stage, { clocks, scheduledFor }: Known): WayStep['promise'] {
  const due = (kind: Clock['kind']) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null
  if (stage === 'acknowledged') {
    const at = due('acknowledge')
    return at === null ? null : { kind: 'due', at }
  }
  if (stage !== 'announced') return null
  if (scheduledFor !== null) return { kind: 'scheduled', at: scheduledFor }
  const earliest = due('announce_not_before')
  return earliest === null ? null : { kind: 'not_before', at: earliest }
}
