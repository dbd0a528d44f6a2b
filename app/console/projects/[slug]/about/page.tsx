import type { Metadata } from 'next'
import { ChangeProjectForm } from '@/components/projects/change-project-form'
import { CraRoleForm } from '@/components/projects/cra-role-form'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { StatisticsForm } from '@/components/projects/statistics-form'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { projectSettings } from '@/server/projects/project-settings'

export const metadata: Metadata = { title: 'About the project' }

type Props = { params: Promise<{ slug: string }> }

export default async function AboutPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/about`)
  const { project, may } = await answerOf(projectSettings(actor, { project: slug }))
  return (
    <SettingsFrame project={project}>
      <Section title="About" note="What the portal says about the project.">
        <ChangeProjectForm
          project={project.slug}
          version={project.version}
          values={{
            name: project.name,
            summary: project.summary,
            repository: project.repository ?? '',
            packages: project.packages.map(({ purl }) => purl).join('\n'),
          }}
          lockedBecause={may.editProject.allowed ? undefined : may.editProject.reason}
        />
      </Section>
      <Section
        title="Statistics"
        note="What the portal shows of the last year, each only once it comes from enough cases."
      >
        <StatisticsForm
          project={project.slug}
          version={project.version}
          shown={project.shownStatistics}
          lockedBecause={may.editProject.allowed ? undefined : may.editProject.reason}
        />
      </Section>
      <Section
        title="EU Cyber Resilience Act"
        note="Off unless you say so. Once active exploitation is recorded on a case, what has to be reported within 24 hours, 72 hours and 14 days after the fix becomes due like a promise."
      >
        <CraRoleForm
          project={project.slug}
          version={project.version}
          role={project.craRole}
          lockedBecause={may.editProject.allowed ? undefined : may.editProject.reason}
        />
      </Section>
      <Section title="For good" note="References and links hold these, so they never change.">
        <DescriptionList
          className="max-w-2xl"
          items={[
            { term: 'Key', details: <span className="font-mono">{project.key}</span> },
            { term: 'Short name in addresses', details: <span className="font-mono">{project.slug}</span> },
          ]}
        />
      </Section>
    </SettingsFrame>
  )
}
