import type { InterimNotice } from '@/domain/advisories/interim-notice'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading, Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'

type Props = { notice: InterimNotice; id: string; project: { name: string; slug: string } }

/** What everybody may know between the patch release and the announcement: update now, details follow. */
export async function InterimPage({ notice, id, project }: Props) {
  const { t, list } = await pageLanguage()
  return (
    <div className="grid max-w-2xl gap-8">
      <PageHeading
        title={t('interim.title', { project: project.name })}
        note={<p className="font-mono">{id}</p>}
      />
      <p className="text-[1.0625em]">
        {t('interim.text', { versions: list(notice.releases.map(({ version }) => version)) })}{' '}
        {notice.detailsAt
          ? t.rich('interim.detailsFollowOn', {
              when: () => <Time instant={notice.detailsAt!} show="absolute" />,
            })
          : t('interim.detailsFollow')}
      </p>
      <Section title={t('interim.releases')}>
        <Table caption={t('interim.caption')}>
          <thead>
            <tr>
              <Th>{t('interim.version')}</Th>
              <Th>{t('interim.released')}</Th>
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
        {t.rich('interim.feed', {
          project: project.name,
          feed: (words) => (
            <a href={`/projects/${project.slug}/feed.atom`} className="text-accent underline">
              {words}
            </a>
          ),
        })}{' '}
        {t.rich('interim.backport', {
          ask: (words) => (
            <a
              href={`/projects/${project.slug}/request-backport?advisory=${id}`}
              className="text-accent underline"
            >
              {words}
            </a>
          ),
        })}
      </p>
    </div>
  )
}
