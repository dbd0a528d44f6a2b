import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { pageLanguage } from '@/components/shell/page-language'
import { dropClaimAction, openListedAction } from '@/server/reporters/actions'
import type { ListedReport } from '@/server/reporters/my-reports'

const unseen = (words: ReactNode) => <span className="sr-only">{words}</span>

/** The reports on the list, each with the way into it and off the list. */
export async function ListedReports({ reports }: { reports: readonly ListedReport[] }) {
  const { t } = await pageLanguage()
  if (reports.length === 0)
    return <EmptyState title={t('myReports.none')}>{t('myReports.noneNote')}</EmptyState>
  return (
    <ul className="grid">
      {reports.map((report) => (
        <li
          key={report.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{report.title}</p>
            <p className="text-sm text-muted">
              <span className="font-mono">{report.reference}</span> · {report.project} ·{' '}
              {t(`stage.${report.stage}`)} ·{' '}
              <Time instant={report.receivedAt} zone={report.timeZone} show="absolute" />
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <form id={`open-${report.id}`} action={openListedAction}>
              <input type="hidden" name="report" value={report.id} />
              <Button type="submit">{t.rich('myReports.open', { title: report.title, more: unseen })}</Button>
            </form>
            <form id={`drop-${report.id}`} action={dropClaimAction}>
              <input type="hidden" name="report" value={report.id} />
              <Button type="submit" variant="quiet">
                {t.rich('myReports.takeOff', { title: report.title, more: unseen })}
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  )
}
