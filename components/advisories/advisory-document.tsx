import type { PublicDocument } from '@/domain/advisories/public-document'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { ratingLabel } from '@/domain/severity/rating'
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

type Props = { document: PublicDocument; prose: AdvisoryProse; isLatest: boolean }

/** An announced advisory: first what users must do, then everything else. */
export function AdvisoryDocument({ document, prose, isLatest }: Props) {
  const { id, project, title, severity, status, revisions, affected, references, credits, timeline } =
    document
  const path = advisoryPath({ id, projectSlug: project.slug })
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
            <Badge tone={ratingTone[severity.rating]}>{ratingLabel[severity.rating]}</Badge>
            <span className="font-mono">{id}</span>
            <a href={`/projects/${project.slug}`} className="text-accent underline">
              {project.name}
            </a>
          </p>
        }
      />
      {!isLatest && (
        <Callout kind="warning" title={`This is revision ${revisions.length}, which was corrected since`}>
          <p>
            <a href={path} className="text-accent underline">
              Read the advisory as it stands now
            </a>
          </p>
        </Callout>
      )}
      {status === 'withdrawn' && (
        <Callout kind="danger" title="This advisory is withdrawn">
          <p>{withdrawal?.note}</p>
        </Callout>
      )}
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-8">
          {prose.summary && <Prose safeHtml={prose.summary} className="text-[1.0625em]" />}
          {section('What you must do', prose.actions)}
          <Section title="Affected and fixed versions">
            <AffectedTable affected={affected} />
          </Section>
          {section('Impact', prose.impact)}
          {section('Workarounds', prose.workarounds)}
          {references.length > 0 && (
            <Section title="References">
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
            <Section title="Credits">
              <Credits credits={credits} />
              <p>
                <a
                  href={`/projects/${project.slug}/acknowledgements`}
                  className="text-sm text-accent underline"
                >
                  Everybody whom {project.name} thanks
                </a>
              </p>
            </Section>
          )}
          <Section title="Timeline">
            <DisclosureTimeline timeline={timeline} />
          </Section>
          <Section title="Revisions">
            <Revisions revisions={revisions} path={path} shown={revisions.length} />
          </Section>
        </div>
        <div>
          <AdvisoryFacts document={document} jsonHref={`${path}/advisory.json`} />
        </div>
      </div>
    </article>
  )
}
