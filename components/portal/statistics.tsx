import { Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import type { KeptShare } from '@/domain/reports/kept-share'
import { fewestCases, type TimeStatistic } from '@/domain/reports/time-statistic'
import { exactLength, lengthOfTime } from '@/lib/describe-time'

type Props = {
  statistics: {
    shown: readonly ShownStatistic[]
    kept: { acknowledge: KeptShare | null; respond: KeptShare | null }
    timeToAcknowledge: TimeStatistic | null
    timeToFix: TimeStatistic | null
  }
  /** Which of the two the policy promises with a number. */
  promises: { acknowledge: boolean; respond: boolean }
}

const tooFew = 'Too few to say'

/** How the project worked in the last year, as far as it shows it. */
export function Statistics({ statistics, promises }: Props) {
  const { shown, kept, timeToAcknowledge, timeToFix } = statistics
  const shares = [
    { title: 'Acknowledged in time', share: kept.acknowledge, isPromised: promises.acknowledge },
    { title: 'Answered in time', share: kept.respond, isPromised: promises.respond },
  ].filter(({ isPromised }) => isPromised && shown.includes('kept_promises'))
  const times = [
    {
      title: 'Until a maintainer answers',
      of: 'reports',
      time: timeToAcknowledge,
      isShown: shown.includes('time_to_acknowledge'),
    },
    {
      title: 'Until the fix is released',
      of: 'advisories',
      time: timeToFix,
      isShown: shown.includes('time_to_fix'),
    },
  ].filter(({ isShown }) => isShown)
  if (shares.length + times.length === 0) return null
  const isSilent = [...shares.map(({ share }) => share), ...times.map(({ time }) => time)].includes(null)
  return (
    <Section
      title="How it was kept"
      note="Over the last year, from the latest hundred reports and advisories at most, counted by the desk itself."
    >
      {shares.length > 0 && (
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {shares.map(({ title, share }) => (
            <div key={title}>
              <dt className="text-muted">{title}</dt>
              <dd>{share ? <Share share={share} /> : tooFew}</dd>
            </div>
          ))}
        </dl>
      )}
      {times.length > 0 && (
        <Table caption="How long it takes">
          <thead>
            <tr>
              <Th>How long it takes</Th>
              <Th>Half of them within</Th>
              <Th>Nine in ten within</Th>
              <Th>Counted from</Th>
            </tr>
          </thead>
          <tbody>
            {times.map(({ title, of, time }) => (
              <tr key={title}>
                <Th scope="row" className="align-baseline">
                  {title}
                </Th>
                {time ? (
                  <>
                    <Td className="tabular-nums">{exactLength(time.medianMs)}</Td>
                    <Td className="tabular-nums">{exactLength(time.percentile90Ms)}</Td>
                    <Td className="whitespace-nowrap tabular-nums">
                      {time.cases} {of}
                    </Td>
                  </>
                ) : (
                  <Td colSpan={3}>{tooFew}</Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isSilent && (
        <p className="max-w-prose text-sm text-muted">
          A figure appears once it comes from at least {fewestCases}, so that it says nothing about a single
          report.
        </p>
      )}
    </Section>
  )
}

const Share = ({ share: { percent, typicalMs, reports } }: { share: KeptShare }) => (
  <>
    <span className="text-[1.5em] font-semibold tabular-nums">{percent} %</span>
    <span className="text-muted">
      {' '}
      of {reports} reports{typicalMs !== null && ` · typically after ${lengthOfTime(typicalMs)}`}
    </span>
  </>
)
