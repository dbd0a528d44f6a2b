import { pageLanguage } from '@/components/shell/page-language'
import { saidAgain } from '@/domain/languages/said-again'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { OwnReport } from '@/server/reports/own-report'
import { TwoZones } from './two-zones'

/** What a reporter must know first: the outcome when there is one, and every promise that is broken. */
export async function ReportStanding({ report }: { report: OwnReport }) {
  const { t, language } = await pageLanguage()
  const { advisory, resolution, broken: late, mayPublish, project, timeZone, unreadableSince } = report
  const isPromised = late.some(({ kind }) => kind !== 'unacknowledged' && kind !== 'own_date')
  return (
    <>
      {report.isHeld && !resolution && (
        <Callout title={t('standing.held')}>
          <p>{t('standing.heldNote')}</p>
        </Callout>
      )}
      {advisory && (
        <Callout kind="success" title={t('standing.announced')}>
          <p>
            <LinkButton href={advisory.href}>{t('standing.read', { id: advisory.id })}</LinkButton>
          </p>
        </Callout>
      )}
      {unreadableSince && (
        <Callout kind="warning" title={t('standing.unreadable')}>
          <p>
            {t.rich('standing.sendAgain', {
              reply: (words) => (
                <a href="#reply" className="text-accent underline">
                  {words}
                </a>
              ),
            })}
          </p>
        </Callout>
      )}
      {resolution && (
        <Callout
          title={
            advisory
              ? t('standing.closedWithAdvisory')
              : t('standing.closed', { resolution: t(`resolution.${resolution.kind}`) })
          }
        >
          {resolution.explanation && (
            <p className="whitespace-pre-wrap">{saidAgain(language, resolution.explanation)}</p>
          )}
          <p>{t('standing.closedNote')}</p>
        </Callout>
      )}
      {report.withdrawal.isDone && !resolution && (
        <Callout title={t('standing.withdrawn')}>
          <p>{t(report.isHeld ? 'standing.withdrawnHeldNote' : 'standing.withdrawnNote')}</p>
        </Callout>
      )}
      {report.draftShared && (
        <Callout title={t('standing.draft')}>
          <p>
            <LinkButton href={`/report/draft?case=${report.reference}`}>{t('standing.readDraft')}</LinkButton>
          </p>
        </Callout>
      )}
      {late.length > 0 && (
        <Callout kind="warning" title={t('standing.late')}>
          <ul className="grid gap-1">
            {late.map(({ kind, dueAt }) => (
              <li key={kind}>
                {t.rich(`standing.${kind}`, {
                  when: () => <TwoZones instant={dueAt} zone={timeZone} show="absolute" />,
                })}
              </li>
            ))}
          </ul>
          {mayPublish && (
            <p>
              {t(isPromised ? 'standing.mayPublish' : 'standing.mayPublishUnanswered', {
                project: project.name,
              })}
            </p>
          )}
        </Callout>
      )}
    </>
  )
}
