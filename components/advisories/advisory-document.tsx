import type { PublicDocument } from '@/domain/advisories/public-document'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { pageLanguage } from '@/components/shell/page-language'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { PageHeading, Section } from '@/components/ui/section'
import { Prose } from '@/components/ui/prose'
import { AdvisoryFacts } from './advisory-facts'
import { Credits, DisclosureTimeline, Revisions } from './advisory-history'
import { AffectedTable } from './affected-table'
import { ratingTone } from './rating-tone'

/** The prose of an advisory as the server made it HTML; null where the document has none. */
export type AdvisoryProse = Record<'summary' | 'impact' | 'actions' | 'workarounds', string | null>

type Props = {
  document: PublicDocument
  prose: AdvisoryProse
  isLatest: boolean
  /** As it would be published now: it has no address yet, and nothing says that it was announced. */
  isDraft?: boolean
}

/** An announced advisory: first what users must do, then everything else. */
export async function AdvisoryDocument({ document, prose, isLatest, isDraft = false }: Props) {
  const { t } = await pageLanguage()
  const { id, project, title, severity, status, revisions, affected, references, credits, timeline } =
    document
  const path = advisoryPath({ id, projectSlug: project.slug })
  const published = isDraft ? revisions.slice(0, -1) : revisions
  const next = isDraft ? revisions.at(-1)?.at : undefined
  const withdrawal = revisions.findLast(({ kind }) => kind === 'withdrawal')
  const section = (heading: string, html: string | null) =>
    html && (
      <Section title={heading}>
        <Prose safeHtml={html} />
      </Section>
    )
  return (
    <article className="grid gap-8">
      <PageHeading
        title={<span className="wrap-anywhere">{title}</span>}
        note={
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={ratingTone[severity.rating]}>{t(`rating.${severity.rating}`)}</Badge>
            <span className="font-mono">{id}</span>
            <a href={`/projects/${project.slug}`} className="text-accent underline">
              {project.name}
            </a>
          </p>
        }
      />
      {!isLatest && (
        <Callout kind="warning" title={t('advisory.corrected', { number: revisions.length })}>
          <p>
            <a href={path} className="text-accent underline">
              {t('advisory.readLatest')}
            </a>
          </p>
        </Callout>
      )}
      {status === 'withdrawn' && (
        <Callout kind="danger" title={t('advisory.isWithdrawn')}>
          <p>{withdrawal?.note}</p>
        </Callout>
      )}
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-8">
          {prose.summary && <Prose safeHtml={prose.summary} className="text-[1.0625em]" />}
          {section(t('advisory.actions'), prose.actions)}
          <Section title={t('advisory.versions')}>
            <AffectedTable affected={affected} />
          </Section>
          {section(t('advisory.impact'), prose.impact)}
          {section(t('advisory.workarounds'), prose.workarounds)}
          {references.length > 0 && (
            <Section title={t('advisory.references')}>
              <ul className="grid list-disc gap-1 pl-5">
                {references.map(({ url, label }) => (
                  <li key={url}>
                    <a href={url} rel="nofollow noreferrer" className="wrap-anywhere text-accent underline">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {credits.length > 0 && (
            <Section title={t('advisory.credits')}>
              <Credits credits={credits} />
              <p>
                <a
                  href={`/projects/${project.slug}/acknowledgements`}
                  className="text-sm text-accent underline"
                >
                  {t('project.everybody', { name: project.name })}
                </a>
              </p>
            </Section>
          )}
          <Section title={t('advisory.timeline')}>
            <DisclosureTimeline timeline={timeline.filter(({ at }) => next === undefined || at < next)} />
          </Section>
          {published.length > 0 && (
            <Section title={t('advisory.revisions')}>
              <Revisions revisions={published} path={path} shown={revisions.length} />
            </Section>
          )}
        </div>
        <div>
          <AdvisoryFacts
            document={document}
            isAnnounced={published.length > 0}
            jsonHref={isDraft ? null : `${path}/advisory.json`}
          />
        </div>
      </div>
    </article>
  )
}
