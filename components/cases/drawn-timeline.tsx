'use client'

import { LateDisclosure } from '@/components/ui/late-disclosure'
import { useMinute } from '@/components/ui/minute'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { TimelineBand, TimelineMark } from '@/domain/cases/case-timeline'
import { useCase } from './case-context'
import { placeMarks, timelineScale } from './timeline-scale'

const marks: Record<TimelineMark['kind'], { words: string; color: string }> = {
  passed: { words: 'happened', color: 'text-text' },
  promise: { words: 'promised', color: 'text-due-soon' },
  kept: { words: 'promise, kept', color: 'text-on-track' },
  broken: { words: 'promise, broken', color: 'text-overdue' },
  plan: { words: 'planned', color: 'text-accent' },
  foreign: { words: 'the reporter’s own date', color: 'text-high' },
}

const bands: Record<TimelineBand['kind'], string> = {
  embargo: 'fill-paused-soft',
  waiting: 'fill-due-soon-soft',
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** The way from the report to the announcement, drawn to scale; the same as a table beneath. */
export function DrawnTimeline() {
  const { view } = useCase()
  const now = useMinute()
  const { timeline } = view
  const scale = timelineScale(timeline, now)
  const placed = placeMarks(timeline.marks, scale)
  const height = 46 + scale.lanes(placed) * 15
  return (
    <figure className="grid gap-0 rounded-md border border-line px-2 pt-1" aria-label="Disclosure timeline">
      <svg
        role="img"
        aria-label={`From the report to the announcement, with ${timeline.marks.length} moments. The table below lists them.`}
        width="100%"
        height={height}
        className="block overflow-hidden text-[0.6875rem] max-sm:hidden"
        suppressHydrationWarning
      >
        {timeline.bands.map((band, index) => (
          <Band key={band.kind} band={band} y={4 + index * 15} at={scale.at} />
        ))}
        <line x1="0" x2="100%" y1="38" y2="38" className="stroke-line" strokeWidth="1" />
        {placed.map(({ mark, x, lane, endsAt }, index) => (
          <g key={`${mark.at} ${mark.label} ${index}`} className={marks[mark.kind].color}>
            <Sign kind={mark.kind} x={percent(x)} />
            {lane !== null && (
              <text
                x={percent(x)}
                dx={endsAt ? -4 : 4}
                y={56 + lane * 15}
                textAnchor={endsAt ? 'end' : 'start'}
                className="fill-current"
              >
                {mark.label}
              </text>
            )}
            {lane !== null && (
              <line
                x1={percent(x)}
                x2={percent(x)}
                y1="42"
                y2={56 + lane * 15}
                className="stroke-line"
                strokeWidth="1"
              />
            )}
          </g>
        ))}
        <g className="text-danger">
          <line
            x1={percent(scale.at(now))}
            x2={percent(scale.at(now))}
            y1="2"
            y2="44"
            className="stroke-current"
            strokeWidth="1.5"
            strokeDasharray="3 2"
          />
          <text
            x={percent(scale.at(now))}
            dx={scale.at(now) > 0.93 ? -4 : 4}
            y="34"
            textAnchor={scale.at(now) > 0.93 ? 'end' : 'start'}
            // Stands on the ground of the page wherever it meets the name of a stretch.
            className="fill-current stroke-surface stroke-4 font-medium [paint-order:stroke]"
          >
            now
          </text>
        </g>
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
            <Td>{marks[mark.kind].words}</Td>
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
    <g>
      <rect
        x={percent(from)}
        width={percent(Math.max(0.002, until - from))}
        y={y}
        height="13"
        rx="2"
        className={bands[band.kind]}
      />
      <text x={percent(from)} dx="4" y={y + 10} className="fill-muted">
        {band.label}
        {isCut && band.kind === 'embargo' ? ' →' : ''}
      </text>
    </g>
  )
}

/** A dot for what happened, a diamond for a promise, a ring for a plan: told apart by shape, not by colour alone. */
function Sign({ kind, x }: { kind: TimelineMark['kind']; x: string }) {
  if (kind === 'passed') return <circle cx={x} cy="38" r="4" className="fill-current" />
  if (kind === 'plan')
    return <circle cx={x} cy="38" r="4.5" className="fill-surface stroke-current" strokeWidth="2" />
  return (
    <svg x={x} y="38" overflow="visible">
      <path
        d={kind === 'foreign' ? 'M0 -5 L5 4 L-5 4 Z' : 'M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z'}
        className={kind === 'promise' ? 'fill-surface stroke-current' : 'fill-current'}
        strokeWidth="1.5"
      />
      {kind === 'broken' && <path d="M-2 -2 L2 2 M2 -2 L-2 2" className="stroke-surface" strokeWidth="1.5" />}
    </svg>
  )
}
