import type { PublicDocument } from '@/domain/advisories/public-document'
import { cweUrl } from '@/domain/severity/cwe'
import { ratingLabel } from '@/domain/severity/rating'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { Time } from '@/components/ui/time'
import { ratingTone } from './rating-tone'

const outside = 'wrap-anywhere text-accent underline'

/** How bad, since when, and under which ids it is known elsewhere. */
export function AdvisoryFacts({ document, jsonHref }: { document: PublicDocument; jsonHref: string }) {
  const { severity, cveId, noCveReason, publishedAt, updatedAt, project } = document
  return (
    <DescriptionList
      items={[
        {
          term: 'Severity',
          details: <Badge tone={ratingTone[severity.rating]}>{ratingLabel[severity.rating]}</Badge>,
        },
        ...severity.cvss.map(({ version, vector, score }) => ({
          key: vector,
          term: `CVSS ${version}`,
          details: (
            <>
              <span className="font-semibold tabular-nums">{score.toFixed(1)}</span>{' '}
              <code className="text-sm wrap-anywhere text-muted">{vector}</code>
            </>
          ),
        })),
        ...(severity.cwes.length > 0
          ? [
              {
                term: 'Weakness',
                details: severity.cwes.map((cwe) => (
                  <a key={cwe} href={cweUrl(cwe)} rel="noreferrer" className={`${outside} mr-3 inline-block`}>
                    {cwe}
                  </a>
                )),
              },
            ]
          : []),
        {
          term: 'CVE',
          details: cveId ? (
            <span className="font-mono">{cveId}</span>
          ) : (
            <>None{noCveReason ? `: ${noCveReason}` : ''}</>
          ),
        },
        ...project.packages.map((purl) => ({
          key: purl,
          term: 'Package',
          details: <code className="text-sm wrap-anywhere">{purl}</code>,
        })),
        { term: 'Announced', details: <Time instant={publishedAt} show="absolute" /> },
        ...(updatedAt === publishedAt
          ? []
          : [{ term: 'Last changed', details: <Time instant={updatedAt} show="absolute" /> }]),
        {
          term: 'For programs',
          details: (
            <a href={jsonHref} className={outside}>
              JSON
            </a>
          ),
        },
      ]}
    />
  )
}
