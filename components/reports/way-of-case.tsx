import type { WayStep } from '@/domain/reports/way-of-report'
import { TimelineStrip } from '@/components/ui/timeline-strip'
import { stageWords } from './stage-words'
import { TwoZones } from './two-zones'

const promised = { due: '', not_before: 'not before ', scheduled: 'planned for ' } as const

/** The whole way of a report: what has been reached, and what is promised of the rest. */
export function WayOfCase({ way, zone }: { way: readonly WayStep[]; zone: string }) {
  return (
    <TimelineStrip
      label="The way of your report"
      steps={way.map(({ stage, state, reachedAt, promise }) => ({
        label: stageWords[stage],
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
