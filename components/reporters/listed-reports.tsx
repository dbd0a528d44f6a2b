import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { stageWords } from '@/components/reports/stage-words'
import { dropClaimAction, openListedAction } from '@/server/reporters/actions'
import type { ListedReport } from '@/server/reporters/my-reports'

/** The reports on the list, each with the way into it and off the list. */
export function ListedReports({ reports }: { reports: readonly ListedReport[] }) {
  if (reports.length === 0)
    return (
      <EmptyState title="No report is on your list">
        Enter a receipt below. Reports never appear here by themselves: an address does not prove whose they
        are.
      </EmptyState>
    )
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
              {stageWords[report.stage]} ·{' '}
              <Time instant={report.receivedAt} zone={report.timeZone} show="absolute" />
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <form action={openListedAction}>
              <input type="hidden" name="report" value={report.id} />
              <Button type="submit">
                Open <span className="sr-only">{report.title}</span>
              </Button>
            </form>
            <form action={dropClaimAction}>
              <input type="hidden" name="report" value={report.id} />
              <Button type="submit" variant="quiet">
                Take off <span className="sr-only">{report.title}</span>
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  )
}
