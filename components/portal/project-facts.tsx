import { pageLanguage } from '@/components/shell/page-language'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { LinkedText } from './linked-text'

type Props = {
  project: {
    slug: string
    repository: string | null
    packages: ReadonlyArray<{ purl: string; ecosystem: string; name: string }>
  }
}

/** Where the project lives, so that nobody reports to the wrong one. */
export async function ProjectFacts({ project: { slug, repository, packages } }: Props) {
  const { t } = await pageLanguage()
  return (
    <Section title={t('project.about')}>
      <DescriptionList
        items={[
          ...(repository
            ? [{ term: t('project.repository'), details: <LinkedText text={repository} /> }]
            : []),
          ...packages.map(({ purl, ecosystem, name }) => ({
            key: purl,
            term: t('project.onEcosystem', { ecosystem }),
            details: <code className="wrap-anywhere">{name}</code>,
          })),
          {
            term: t('project.forPrograms'),
            details: (
              <a href={`/projects/${slug}/security.txt`} className="text-accent underline">
                security.txt
              </a>
            ),
          },
          {
            term: t('project.policyFile'),
            details: (
              <a href={`/projects/${slug}/security.md`} className="text-accent underline">
                SECURITY.md
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}
