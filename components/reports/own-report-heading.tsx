import { pageLanguage } from '@/components/shell/page-language'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/section'
import { leaveReportAction } from '@/server/reports/actions'
import type { OwnReport } from '@/server/reports/own-report'

type Props = { report: Pick<OwnReport, 'content' | 'reference' | 'terms' | 'project'> }

/** Which report it is, by the desk's reference and by the reporter's own number; and the way out of it. */
export async function OwnReportHeading({ report: { content, reference, terms, project } }: Props) {
  const { t } = await pageLanguage()
  return (
    <PageHeading
      title={content.title}
      note={
        <p>
          <span className="font-mono">{reference}</span>
          {terms.trackingId !== null && (
            <>
              {' '}
              {t.rich('ownReport.yourNumber', {
                number: terms.trackingId,
                mono: (number) => <span className="font-mono">{number}</span>,
              })}
            </>
          )}{' '}
          ·{' '}
          <a href={`/projects/${project.slug}`} className="text-accent underline">
            {project.name}
          </a>
        </p>
      }
      actions={
        <form id="leave-report" action={leaveReportAction}>
          <Button type="submit" variant="secondary">
            {t('ownReport.leave')}
          </Button>
        </form>
      }
    />
  )
}
