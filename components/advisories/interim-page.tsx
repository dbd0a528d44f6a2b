import type { InterimNotice } from '@/domain/advisories/interim-notice'
import { PageHeading, Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'

type Props = { notice: InterimNotice; id: string; project: { name: string; slug: string } }

/** What everybody may know between the patch release and the announcement: update now, details follow. */
export function InterimPage({ notice, id, project }: Props) {
  return (
    <div className="grid max-w-2xl gap-8">
      <PageHeading title={notice.title} note={<p className="font-mono">{id}</p>} />
      <p className="text-[1.0625em]">{notice.text}</p>
      <Section title="Releases with the fix">
        <Table caption="Versions and their dates">
          <thead>
            <tr>
              <Th>Version</Th>
              <Th>Released</Th>
            </tr>
          </thead>
          <tbody>
            {notice.releases.map(({ version, url, releasedAt }) => (
              <tr key={version}>
                <Th scope="row" className="align-baseline font-mono tabular-nums">
                  {/^https?:/i.test(url) ? (
                    <a href={url} rel="nofollow noreferrer" className="text-accent underline">
                      {version}
                    </a>
                  ) : (
                    version
                  )}
                </Th>
                <Td>
                  <Time instant={releasedAt} show="absolute" />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <p className="text-muted">
        This page will show the advisory. Follow{' '}
        <a href={`/projects/${project.slug}/feed.atom`} className="text-accent underline">
          the feed of {project.name}
        </a>{' '}
        to hear of it. On an older line that gets no fix?{' '}
        <a
          href={`/projects/${project.slug}/request-backport?advisory=${id}`}
          className="text-accent underline"
        >
          Ask for a backport
        </a>
        .
      </p>
    </div>
  )
}
