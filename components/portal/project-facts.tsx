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
export function ProjectFacts({ project: { slug, repository, packages } }: Props) {
  return (
    <Section title="About the project">
      <DescriptionList
        items={[
          ...(repository ? [{ term: 'Repository', details: <LinkedText text={repository} /> }] : []),
          ...packages.map(({ purl, ecosystem, name }) => ({
            key: purl,
            term: `On ${ecosystem}`,
            details: <code className="wrap-anywhere">{name}</code>,
          })),
          {
            term: 'For programs',
            details: (
              <a href={`/projects/${slug}/security.txt`} className="text-accent underline">
                security.txt
              </a>
            ),
          },
          {
            term: 'The policy as a file',
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
