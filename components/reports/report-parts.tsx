import { pageLanguage } from '@/components/shell/page-language'
import type { OwnReport } from '@/server/reports/own-report'

type Props = { parts: OwnReport['parts']; here: string }

/** The cases that a split report is handled in, each a link; nothing where there is one. */
export async function ReportParts({ parts, here }: Props) {
  if (parts.length < 2) return null
  const { t } = await pageLanguage()
  return (
    <nav aria-label={t('ownReport.parts')} className="grid gap-2 rounded-md bg-sunken p-4">
      <p>{t('ownReport.partsNote', { count: parts.length })}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {parts.map(({ reference, stage }) => (
          <li key={reference}>
            <a
              href={`/report?case=${reference}`}
              aria-current={reference === here ? 'page' : undefined}
              className="inline-flex min-h-6 items-center gap-2 text-accent underline aria-[current]:font-semibold aria-[current]:text-text aria-[current]:no-underline"
            >
              <span className="font-mono">{reference}</span>
            </a>{' '}
            <span className="text-muted">
              {[...(reference === here ? [t('ownReport.thisOne')] : []), t(`stage.${stage}`)].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
