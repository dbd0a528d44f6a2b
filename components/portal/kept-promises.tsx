import type { KeptShare } from '@/domain/reports/kept-share'
import { lengthOfTime } from '@/lib/describe-time'

type Props = {
  kept: { acknowledge: KeptShare; respond: KeptShare }
  /** Which of the two the policy promises with a number. */
  promises: { acknowledge: boolean; respond: boolean }
}

/** How the project kept its promises in the last year, said only when there is enough to say. */
export function KeptPromises({ kept, promises }: Props) {
  const rows = [
    { title: 'Acknowledged in time', ...kept.acknowledge, isPromised: promises.acknowledge },
    { title: 'Answered in time', ...kept.respond, isPromised: promises.respond },
  ].filter(({ isPromised, percent }) => isPromised && percent !== null)
  if (rows.length === 0)
    return (
      <p className="max-w-prose text-muted">
        No cases yet to measure. The shares appear once enough reports have come, so that they say nothing
        about a single one.
      </p>
    )
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {rows.map(({ title, percent, typicalMs }) => (
        <div key={title}>
          <dt className="text-muted">{title}</dt>
          <dd>
            <span className="text-[1.5em] font-semibold tabular-nums">{percent} %</span>
            {typicalMs !== null && (
              <span className="text-muted"> · typically after {lengthOfTime(typicalMs)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
