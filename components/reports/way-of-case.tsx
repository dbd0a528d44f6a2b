import type { WayStep } from '@/domain/reports/way-of-report'
import { TimelineStrip } from '@/components/ui/timeline-strip'
import { TwoZones } from './two-zones'

const label: Readonly<Record<WayStep['stage'], string>> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  confirmed: 'Confirmed',
  fixing: 'Fixing',
  released: 'Fix released',
  announced: 'Announced',
  closed: 'Closed',
}

const promised = { due: '', not_before: 'not before ', scheduled: 'planned for ' } as const

/** The whole way of a report: what has been reached, and what is promised of the rest. */
export function WayOfCase({ way, zone }: { way: readonly WayStep[]; zone: string }) {
  return (
    <TimelineStrip
      label="The way of your report"
      steps={way.map(({ stage, state, reachedAt, promise }) => ({
        label: label[stage],
        state,
        time: reachedAt ? (
          <TwoZones instant={reachedAt} zone={zone} show="absolute" />
        ) : promise ? (
          <>
            {promised[promise.kind]}
            <TwoZones
              instant={promise.at}
              zone={zone}
              due={promise.kind === 'due'}
              show={promise.kind === 'due' ? 'both' : 'absolute'}
            />
          </>
        ) : undefined,
      }))}
    />
  )
}
