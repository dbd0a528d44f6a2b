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

/** Pixels from the top, below “now” and the stretches, to the line that time runs along, and from one row of labels to the next. */
const axis = 52
const laneHeight = 15

/** The way from the report to the announcement, drawn to scale; the same as a table beneath. Its colours are in `drawn-timeline.css`. */
export function DrawnTimeline() {
  const { view } = useCase()
  const now = useMinute()
  const { timeline } = view
  const scale = timelineScale(timeline, now)
  const placed = placeMarks(timeline.marks, scale)
  const present = scale.at(now)
  return (
    <figure className="grid gap-0 rounded-md border border-line px-2 pt-1" aria-label="Disclosure timeline">
      <svg
        role="img"
        aria-label={`From the report to the announcement, with ${timeline.marks.length} moments. The table below lists them.`}
        width="100%"
        height={axis + 8 + scale.lanes(placed) * laneHeight}
        className="drawn-timeline block max-sm:hidden"
        suppressHydrationWarning
      >
        {timeline.bands.map((band, index) => (
          <Band key={band.kind} band={band} y={axis - 34 + index * laneHeight} at={scale.at} />
        ))}
        <line x2="100%" y1={axis} y2={axis} />
        {placed.toReversed().map(({ mark, x, lane, endsAt }, index) => (
          <svg key={`${mark.at} ${mark.label} ${index}`} x={percent(x)} y={axis} className={mark.kind}>
            <Sign kind={mark.kind} />
            {lane !== null && (
              <>
                <line y1="4" y2={18 + lane * laneHeight} />
                <text
                  x={endsAt ? -4 : 4}
                  y={18 + lane * laneHeight}
                  className={endsAt ? 'before' : undefined}
                >
                  {mark.label}
                </text>
              </>
            )}
          </svg>
        ))}
        <svg x={percent(present)} className="now">
          <line y1="2" y2={axis + 6} />
          <text x={present > 0.93 ? -4 : 4} y="11" className={present > 0.93 ? 'before' : undefined}>
            now
          </text>
        </svg>
      </svg>
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

function Band({
  band,
  y,
  at,
}: {
  band: TimelineBand
  y: number
  at: (instant: TimelineBand['from']) => number
}) {
  const from = at(band.from)
  const until = band.until === null ? 1 : at(band.until)
  const isCut = band.until === null || until >= 1
  return (
    <svg x={percent(from)} y={y} className={band.kind}>
      <rect width={percent(Math.max(0.002, until - from))} height="13" rx="2" />
      <text x="4" y="10">
        {isCut && band.kind === 'embargo' ? `${band.label} →` : band.label}
      </text>
    </svg>
  )
}

/** A dot for what happened, a diamond for a promise, a ring for a plan: told apart by shape, not by colour alone. */
function Sign({ kind }: { kind: TimelineMark['kind'] }) {
  if (kind === 'passed') return <circle r="4" />
  if (kind === 'plan') return <circle r="4.5" />
  return (
    <>
      <path d={kind === 'foreign' ? 'M0 -5 L5 4 L-5 4 Z' : 'M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z'} />
      {kind === 'broken' && <path d="M-2 -2 L2 2 M2 -2 L-2 2" />}
    </>
  )
}
