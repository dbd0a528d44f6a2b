import type { CaseTimeline, TimelineMark } from '@/domain/cases/case-timeline'
import { epochMs, hourMs, type Instant } from '@/lib/instant'

/** Share of the width that a letter of a label takes, at the width of a usual screen. */
const letterShare = 0.0062
const mostLanes = 3

interface PlacedMark {
  mark: TimelineMark
  /** From 0 (left) to 1. */
  x: number
  /** Row of the label, which `drawn-timeline.css` has a class for; null: no room, the table has it. */
  lane: number | null
  /** The label stands before its mark, for want of room behind it. */
  endsAt: boolean
}

/** Room that what happened gets at least, and what lies ahead. */
const leastPast = 0.45
const leastFuture = 0.2
const edge = 0.012

/**
 * Where instants stand on the drawing: what happened to scale up to now, what lies ahead to scale after it, so that a date far
 * ahead does not press everything else into a corner. An embargo that outlasts every mark is cut at the edge.
 */
export function timelineScale({ marks, bands }: CaseTimeline, now: Instant) {
  const waiting = bands.flatMap(({ kind, until }) => (kind === 'waiting' && until ? [until] : []))
  const moments = [now, ...marks.map(({ at }) => at), ...waiting, ...bands.map(({ from }) => from)].map(
    epochMs,
  )
  const present = epochMs(now)
  const from = Math.min(...moments, present - hourMs)
  const until = Math.max(...moments)
  const isOver = until <= present
  const share = (present - from) / Math.max(1, until - from)
  const nowAt = isOver ? 1 - edge : Math.min(1 - leastFuture, Math.max(leastPast, share))
  const at = (instant: Instant): number => {
    const moment = epochMs(instant)
    if (moment <= present) return edge + ((moment - from) / (present - from)) * (nowAt - edge)
    if (isOver) return 1
    return Math.min(1, nowAt + ((moment - present) / (until - present)) * (1 - edge - nowAt))
  }
  return { at }
}

/** Gives each label the first row where it runs into no other. */
export function placeMarks(
  marks: readonly TimelineMark[],
  { at }: { at(instant: Instant): number },
): PlacedMark[] {
  const taken: number[][][] = Array.from({ length: mostLanes }, () => [])
  return marks.map((mark) => {
    const x = at(mark.at)
    const width = mark.label.length * letterShare + 0.012
    const endsAt = x + width > 1
    const [left, right] = endsAt ? [x - width, x] : [x, x + width]
    const lane = taken.findIndex((row) => row.every(([start = 0, end = 0]) => right < start || left > end))
    if (lane >= 0) taken[lane]?.push([left, right])
    return { mark, x, lane: lane < 0 ? null : lane, endsAt }
  })
}
