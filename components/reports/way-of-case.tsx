import type { WayStep } from '@/domain/reports/way-of-report'
import { pageLanguage } from '@/components/shell/page-language'
import { TimelineStrip } from '@/components/ui/timeline-strip'
import { TwoZones } from './two-zones'

/** The whole way of a report: what has been reached, and what is promised of the rest. */
export async function WayOfCase({ way, zone }: { way: readonly WayStep[]; zone: string }) {
  const { t, words } = await pageLanguage()
  const promised = {
    due: '',
    not_before: `${t('ownReport.notBefore')} `,
    scheduled: `${t('ownReport.plannedFor')} `,
  }
  return (
    <TimelineStrip
      label={t('ownReport.way')}
      words={words.ownReport.state}
      steps={way.map(({ stage, state, reachedAt, promise }) => ({
        label: t(`stage.${stage}`),
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
