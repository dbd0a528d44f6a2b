'use client'

import { LateDisclosure } from '@/components/ui/late-disclosure'
import { useMinute } from '@/components/ui/minute'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { TimelineBand, TimelineMark } from '@/domain/cases/case-timeline'
import { useCase } from './case-context'
import { placeMarks, timelineScale } from './timeline-scale'

const words: Record<TimelineMark['kind'], string> = {
  passed: 'happened',
  promise: 'promised',
  kept: 'promise, kept',
  broken: 'promise, broken',
  plan: 'planned',
  foreign: 'the reporter’s own date',
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** The way from the report to the announcement, drawn to scale by `drawn-timeline.css`; the same as a table beneath. */
export function DrawnTimeline() {
  const { view } = useCase()
  const now = useMinute()
  const { timeline } = view
  const scale = timelineScale(timeline, now)
  const placed = placeMarks(timeline.marks, scale)
  const present = scale.at(now)
  return (
    <figure className="grid gap-0 rounded-md border border-line px-2 pt-1" aria-label="Disclosure timeline">
      <div
        role="img"
        aria-label={`From the report to the announcement, with ${timeline.marks.length} moments. The table below lists them.`}
        className="drawn-timeline"
      >
        {timeline.bands.map((band) => (
          <Stretch key={band.kind} band={band} at={scale.at} />
        ))}
        {placed.toReversed().map(({ mark, x, lane, endsAt }, index) => (
          <span
            key={`${mark.at} ${mark.label} ${index}`}
            className={`mark ${mark.kind} lane-${lane}${endsAt ? ' before' : ''}`}
            style={{ left: percent(x) }}
          >
            {lane !== null && mark.label}
          </span>
        ))}
        <span className={`now${present > 0.93 ? ' before' : ''}`} style={{ left: percent(present) }}>
          now
        </span>
      </div>
      <LateDisclosure summary="Timeline as a table" className="border-b-0 text-sm">
        <TimelineTable />
      </LateDisclosure>
    </figure>
  )
}

function TimelineTable() {
  const { timeline, policy } = useCase().view
  return (
    <Table caption="Disclosure timeline">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>What</Th>
          <Th>State</Th>
        </tr>
      </thead>
      <tbody>
        {timeline.bands.map((band) => (
          <tr key={band.kind}>
            <Td>
              <Time instant={band.from} show="absolute" zone={policy.timeZone} /> to{' '}
              {band.until ? <Time instant={band.until} show="absolute" zone={policy.timeZone} /> : 'open'}
            </Td>
            <Td>{band.label}</Td>
            <Td>stretch</Td>
          </tr>
        ))}
        {timeline.marks.map((mark, index) => (
          <tr key={`${mark.at} ${mark.label} ${index}`}>
            <Td>
              <Time instant={mark.at} show="absolute" zone={policy.timeZone} />
            </Td>
            <Td>{mark.label}</Td>
            <Td>{words[mark.kind]}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A stretch of time as a bar; an arrow says that it goes on beyond the drawing. */
function Stretch({ band, at }: { band: TimelineBand; at: (instant: TimelineBand['from']) => number }) {
  const from = at(band.from)
  const until = band.until === null ? 1 : at(band.until)
  const goesOn = until >= 1 && band.kind === 'embargo'
  return (
    <span
      className={`stretch ${band.kind}`}
      style={{ left: percent(from), width: percent(Math.max(0.002, until - from)) }}
    >
      {goesOn ? `${band.label} →` : band.label}
    </span>
  )
}
