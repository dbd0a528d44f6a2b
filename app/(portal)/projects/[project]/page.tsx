import type { Metadata } from 'next'
import { cache } from 'react'
import { AdvisoryList } from '@/components/advisories/advisory-list'
import { PolicyDetails } from '@/components/portal/policy-details'
import { ProjectFacts } from '@/components/portal/project-facts'
import { Promises } from '@/components/portal/promises'
import { Statistics } from '@/components/portal/statistics'
import { SupportedLines } from '@/components/portal/supported-lines'
import { WaysToReport } from '@/components/portal/ways-to-report'
import { PauseNotice } from '@/components/reports/pause-notice'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading, Section } from '@/components/ui/section'
import { promisesOf } from '@/domain/policies/promises'
import { publicAdvisories } from '@/server/advisories/public-advisories'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'
import { publicIntake } from '@/server/reports/public-intake'
import { publicStatistics } from '@/server/reports/public-statistics'

type Props = { params: Promise<{ project: string }> }

const projectNamed = cache((project: string) => publicProject(anyone, { project }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await projectNamed((await params).project)
  const { t } = await pageLanguage()
  if (!found.ok) return { title: t('notFound.title') }
  const { name, slug } = found.value
  return {
    title: t('project.title', { name }),
    alternates: { types: { 'application/atom+xml': `/projects/${slug}/feed.atom` } },
  }
}

export default async function ProjectPage({ params }: Props) {
  const { project: named } = await params
  const project = await answerOf(projectNamed(named))
  const statistics = await answerOf(publicStatistics(anyone, { project: named }))
  const { pause } = await answerOf(publicIntake(anyone, { project: named }))
  const { documents } = await answerOf(publicAdvisories(anyone, { project: named, limit: 5 }))
  const { terms, introduction } = project.policy
  const { t, language } = await pageLanguage()
  return (
    <div className="grid gap-10">
      <PageHeading title={t('project.title', { name: project.name })} note={<p>{project.summary}</p>} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-10">
          {pause && <PauseNotice pause={pause} />}
          <WaysToReport
            slug={project.slug}
            isPaused={pause !== null}
            channels={terms.channels}
            keys={project.keys}
            encryptionAddresses={project.encryptionAddresses}
          />
          <Section title={t('project.promises')}>
            <Promises promises={promisesOf(terms, language)} />
          </Section>
          <Statistics
            statistics={statistics}
            promises={{ acknowledge: terms.acknowledge !== null, respond: terms.respond !== null }}
          />
          <Section title={t('project.policy')} id="policy">
            <PolicyDetails terms={terms} introduction={introduction} />
          </Section>
        </div>
        <div className="grid content-start gap-10">
          <Section title={t('project.lines')}>
            <SupportedLines lines={project.lines} />
          </Section>
          <Section
            title={t('project.advisories')}
            actions={
              <a href={`/projects/${project.slug}/feed.atom`} className="text-sm text-accent underline">
                {t('project.feed')}
              </a>
            }
          >
            <AdvisoryList documents={documents} />
            <p>
              <a href={`/projects/${project.slug}/acknowledgements`} className="text-accent underline">
                {t('project.acknowledgements')}
              </a>
            </p>
          </Section>
          <ProjectFacts project={project} />
        </div>
      </div>
    </div>
  )
}
