import type { PublicDocument } from '@/domain/advisories/public-document'
import { cweUrl } from '@/domain/severity/cwe'
import { pageLanguage } from '@/components/shell/page-language'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { Time } from '@/components/ui/time'
import { ratingTone } from './rating-tone'

const outside = 'wrap-anywhere text-accent underline'

type Props = {
  document: PublicDocument
  isAnnounced: boolean
  /** null: it is not published, so there is none. */
  jsonHref: string | null
}

/** How bad, since when, and under which ids it is known elsewhere. */
export async function AdvisoryFacts({ document, isAnnounced, jsonHref }: Props) {
  const { t, locale } = await pageLanguage()
  const { severity, cveId, noCveReason, publishedAt, updatedAt, project } = document
  return (
    <DescriptionList
      items={[
        {
          term: t('advisory.severity'),
          details: <Badge tone={ratingTone[severity.rating]}>{t(`rating.${severity.rating}`)}</Badge>,
        },
        ...severity.cvss.map(({ version, vector, score }) => ({
          key: vector,
          term: `CVSS ${version}`,
          details: (
            <>
              <span className="font-semibold tabular-nums">
                {score.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
              </span>{' '}
              <code className="text-sm wrap-anywhere text-muted">{vector}</code>
            </>
          ),
        })),
        ...(severity.cwes.length > 0
          ? [
              {
                term: t('advisory.weakness'),
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
            <>
              {t('advisory.noCve')}
              {noCveReason ? `: ${noCveReason}` : ''}
            </>
          ),
        },
        ...project.packages.map((purl) => ({
          key: purl,
          term: t('advisory.package'),
          details: <code className="text-sm wrap-anywhere">{purl}</code>,
        })),
        ...(isAnnounced
          ? [{ term: t('advisory.announced'), details: <Time instant={publishedAt} show="absolute" /> }]
          : []),
        ...(updatedAt === publishedAt
          ? []
          : [{ term: t('advisory.lastChanged'), details: <Time instant={updatedAt} show="absolute" /> }]),
        ...(jsonHref === null
          ? []
          : [
              {
                term: t('advisory.forPrograms'),
                details: (
                  <a href={jsonHref} className={outside}>
                    JSON
                  </a>
                ),
              },
            ]),
      ]}
    />
  )
}
