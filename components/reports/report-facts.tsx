import { pageLanguage } from '@/components/shell/page-language'
import { DescriptionList } from '@/components/ui/description-list'
import type { OwnReport } from '@/server/reports/own-report'
import { TwoZones } from './two-zones'

/** Who answers, whose turn it is, and what is promised next. */
export async function ReportFacts({ report }: { report: OwnReport }) {
  const { t } = await pageLanguage()
  const { answeredBy, clocks, timeZone } = report
  const open = clocks.filter(
    ({ status }) => status === 'running' || status === 'breached' || status === 'paused',
  )
  return (
    <DescriptionList
      items={[
        { term: t('reportFacts.whoAnswers'), details: t(`reportFacts.${answeredBy ?? 'nobody'}`) },
        { term: t('reportFacts.waitFor'), details: <WaitsFor report={report} /> },
        ...open.map((clock) => ({
          key: clock.kind,
          term: t(`reportFacts.${clock.kind}`),
          details:
            clock.status === 'paused' ? (
              t('reportFacts.paused')
            ) : (
              <TwoZones
                instant={clock.dueAt}
                zone={timeZone}
                due={clock.kind !== 'announce_not_before' && clock.kind !== 'reporter_deadline'}
              />
            ),
        })),
      ]}
    />
  )
}

async function WaitsFor({ report }: { report: OwnReport }) {
  const { t } = await pageLanguage()
  const { turn, stage, silencePassesAt, timeZone, unreadableSince } = report
  if (turn.waitsFor === 'reporter')
    return (
      <>
        {unreadableSince ? t('reportFacts.resend') : t('reportFacts.answer')}
        {silencePassesAt && (
          <>
            {' '}
            {t.rich('reportFacts.silence', {
              when: () => <TwoZones instant={silencePassesAt} zone={timeZone} show="absolute" />,
            })}
          </>
        )}
      </>
    )
  if (turn.waitsFor === 'team') return t('reportFacts.team')
  return stage === 'closed' || stage === 'announced' ? t('reportFacts.nothing') : t('reportFacts.work')
}
