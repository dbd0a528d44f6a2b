import type { Clock } from '@/domain/clocks/clock'
import { clockLabel } from '@/domain/clocks/clock-in-words'
import { disclosureTimeline, type TimelineEntry } from '@/domain/advisories/disclosure-timeline'
import { dayMs, plusMs, type Instant } from '@/lib/instant'
import type { CaseEvent } from './case-event'

/** One moment on the drawn way of a case. */
export interface TimelineMark {
  at: Instant
  kind: 'passed' | 'promise' | 'kept' | 'broken' | 'plan' | 'foreign'
  label: string
}

/** A stretch of the way: the embargo, or the wait after the last patch release. */
export interface TimelineBand {
  kind: 'embargo' | 'waiting'
  from: Instant
  /** null: no end is known yet. */
  until: Instant | null
  label: string
}

export interface CaseTimeline {
  marks: TimelineMark[]
  bands: TimelineBand[]
}

export interface TimelineFacts {
  receivedAt: Instant
  events: readonly CaseEvent[]
  clocks: readonly Clock[]
  /** When the agreed embargo ends. */
  agreedUntil: Instant | null
  /** Days the policy promises at most. */
  longestEmbargoDays: number | null
  notBefore: Instant | null
  delayDays: number
  scheduledFor: Instant | null
  announcedAt: Instant | null
}

const stateOf = ({ kind, status }: Clock): TimelineMark['kind'] =>
  kind === 'reporter_deadline'
    ? 'foreign'
    : status === 'met'
      ? 'kept'
      : status === 'late' || status === 'breached'
        ? 'broken'
        : 'promise'

const shortLabel: Partial<Record<TimelineEntry['kind'], string>> = {
  reported: 'Reported',
  acknowledged: 'Acknowledged',
  confirmed: 'Confirmed',
}

/**
 * What the drawn timeline shows, oldest first: what happened, what is promised, and the bands between. A promise of several
 * reports stands once per due instant. Worked case: last release on day 10, 7 days to wait → a waiting band from day 10 to 17.
 */
export function caseTimeline(facts: TimelineFacts): CaseTimeline {
  const passed = disclosureTimeline(facts.events).map(({ at, kind, text }): TimelineMark => ({
    at,
    kind: 'passed',
    label: shortLabel[kind] ?? text.replace(/ with the fix\.$|\.$/, ''),
  }))
  if (facts.announcedAt !== null) passed.push({ at: facts.announcedAt, kind: 'passed', label: 'Announced' })
  else if (facts.scheduledFor !== null)
    passed.push({ at: facts.scheduledFor, kind: 'plan', label: 'Announcement scheduled' })
  const promised = facts.clocks
    .filter(({ kind }) => kind !== 'announce_not_before')
    .map((clock): TimelineMark => ({ at: clock.dueAt, kind: stateOf(clock), label: clockLabel[clock.kind] }))
  const marks = [...passed, ...promised].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return {
    marks: marks.filter(
      (mark, index) =>
        marks.findIndex((other) => other.at === mark.at && other.label === mark.label) === index,
    ),
    bands: [embargoBand(facts), waitingBand(facts)].filter((band) => band !== null),
  }
}

function embargoBand(facts: TimelineFacts): TimelineBand {
  const { receivedAt, agreedUntil, announcedAt, longestEmbargoDays, scheduledFor } = facts
  const promised = longestEmbargoDays === null ? null : plusMs(receivedAt, longestEmbargoDays * dayMs)
  const until = announcedAt ?? agreedUntil ?? scheduledFor ?? promised
  const label =
    announcedAt !== null
      ? 'Embargo, ended'
      : agreedUntil !== null
        ? 'Embargo, agreed'
        : scheduledFor !== null
          ? 'Embargo, until the announcement'
          : promised !== null
            ? `Embargo, ${longestEmbargoDays} days at most`
            : 'Embargo, no end agreed'
  return { kind: 'embargo', from: receivedAt, until, label }
}

function waitingBand({ notBefore, delayDays, announcedAt }: TimelineFacts): TimelineBand | null {
  if (notBefore === null || delayDays === 0) return null
  const from = plusMs(notBefore, -delayDays * dayMs)
  const until =
    announcedAt !== null && announcedAt < notBefore && announcedAt > from ? announcedAt : notBefore
  return {
    kind: 'waiting',
    from,
    until,
    label: `Waiting time, ${delayDays} ${delayDays === 1 ? 'day' : 'days'} after the last patch release`,
  }
}
