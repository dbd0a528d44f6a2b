import { pageLanguage } from '@/components/shell/page-language'
import { Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import type { KeptShare } from '@/domain/reports/kept-share'
import { fewestCases, type TimeStatistic } from '@/domain/reports/time-statistic'
import { exactLength } from '@/lib/describe-time'

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

/** How the project worked in the last year, as far as it shows it. */
export async function Statistics({ statistics, promises }: Props) {
  const { t, ui } = await pageLanguage()
  const { shown, kept, timeToAcknowledge, timeToFix } = statistics
  const shares = [
    { title: t('statistics.acknowledged'), share: kept.acknowledge, isPromised: promises.acknowledge },
    { title: t('statistics.answered'), share: kept.respond, isPromised: promises.respond },
  ].filter(({ isPromised }) => isPromised && shown.includes('kept_promises'))
  const times = [
    {
      title: t('statistics.untilAnswer'),
      of: 'reports' as const,
      time: timeToAcknowledge,
      isShown: shown.includes('time_to_acknowledge'),
    },
    {
      title: t('statistics.untilFix'),
      of: 'advisories' as const,
      time: timeToFix,
      isShown: shown.includes('time_to_fix'),
    },
  ].filter(({ isShown }) => isShown)
  if (shares.length + times.length === 0) return null
  const isSilent = [...shares.map(({ share }) => share), ...times.map(({ time }) => time)].includes(null)
  return (
    <Section title={t('statistics.title')} note={t('statistics.note')}>
      {shares.length > 0 && (
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {shares.map(({ title, share }) => (
            <div key={title}>
              <dt className="text-muted">{title}</dt>
              <dd>{share ? <Share share={share} /> : t('statistics.tooFew')}</dd>
            </div>
          ))}
        </dl>
      )}
      {times.length > 0 && (
        <Table caption={t('statistics.howLong')} className="stacks">
          <thead>
            <tr>
              <Th>{t('statistics.howLong')}</Th>
              <Th>{t('statistics.half')}</Th>
              <Th>{t('statistics.nineInTen')}</Th>
              <Th>{t('statistics.countedFrom')}</Th>
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
                    <Td data-label={t('statistics.half')} className="tabular-nums">
                      {exactLength(time.medianMs, ui)}
                    </Td>
                    <Td data-label={t('statistics.nineInTen')} className="tabular-nums">
                      {exactLength(time.percentile90Ms, ui)}
                    </Td>
                    <Td data-label={t('statistics.countedFrom')} className="whitespace-nowrap tabular-nums">
                      {t(`statistics.${of}`, { count: time.cases })}
                    </Td>
                  </>
                ) : (
                  <Td colSpan={3} className="border-b border-line px-3 py-2">
                    {t('statistics.tooFew')}
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isSilent && (
        <p className="max-w-prose text-sm text-muted">{t('statistics.threshold', { count: fewestCases })}</p>
      )}
    </Section>
  )
}

async function Share({ share: { percent, typicalMs, reports } }: { share: KeptShare }) {
  const { t, length } = await pageLanguage()
  return (
    <>
      <span className="text-[1.5em] font-semibold tabular-nums">{t('statistics.percent', { percent })}</span>
      <span className="text-muted">
        {' '}
        {t('statistics.ofReports', { count: reports })}
        {typicalMs !== null && ` ${t('statistics.typically', { length: length(typicalMs) })}`}
      </span>
    </>
  )
}
