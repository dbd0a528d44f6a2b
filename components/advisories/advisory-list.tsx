import { advisoryPath } from '@/domain/advisories/advisory-path'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { ratingLabel } from '@/domain/severity/rating'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { ratingTone } from './rating-tone'

type Listed = Pick<
  PublicDocument,
  'id' | 'project' | 'title' | 'severity' | 'status' | 'publishedAt' | 'cveId'
>

/** Announced advisories, the latest first. */
export function AdvisoryList({ documents }: { documents: readonly Listed[] }) {
  if (documents.length === 0) return <p className="text-muted">None announced yet.</p>
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
            <Badge tone={ratingTone[severity.rating]}>{ratingLabel[severity.rating]}</Badge>
            {status === 'withdrawn' && <Badge>Withdrawn</Badge>}
            <span className="font-mono">{cveId ?? id}</span>
            <Time instant={publishedAt} show="absolute" />
          </p>
        </li>
      ))}
    </ul>
  )
}
