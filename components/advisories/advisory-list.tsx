import { advisoryPath } from '@/domain/advisories/advisory-path'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { pageLanguage } from '@/components/shell/page-language'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { ratingTone } from './rating-tone'

type Listed = Pick<
  PublicDocument,
  'id' | 'project' | 'title' | 'severity' | 'status' | 'publishedAt' | 'cveId'
>

/** Announced advisories, the latest first. */
export async function AdvisoryList({ documents }: { documents: readonly Listed[] }) {
  const { t } = await pageLanguage()
  if (documents.length === 0) return <p className="text-muted">{t('advisories.none')}</p>
  return (
    <ul className="grid gap-4">
      {documents.map(({ id, project, title, severity, status, publishedAt, cveId }) => (
        <li key={id} className="grid gap-1">
          <a
            href={advisoryPath({ id, projectSlug: project.slug })}
            className="wrap-anywhere text-accent underline"
          >
            {title}
          </a>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <Badge tone={ratingTone[severity.rating]}>{t(`rating.${severity.rating}`)}</Badge>
            {status === 'withdrawn' && <Badge>{t('advisories.withdrawn')}</Badge>}
            <span className="font-mono">{cveId ?? id}</span>
            <Time instant={publishedAt} show="absolute" />
          </p>
        </li>
      ))}
    </ul>
  )
}
