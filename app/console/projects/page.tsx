import type { Metadata } from 'next'
import { ProjectList } from '@/components/projects/project-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { projectsOfPerson } from '@/server/projects/projects-of-person'

export const metadata: Metadata = { title: 'Projects' }

export default async function ProjectsPage() {
  const actor = await requirePerson('/console/projects')
  const { projects, mayCreate } = await answerOf(projectsOfPerson(actor, {}))
  return (
    <div className="grid gap-6">
      <PageHeading
        title="Projects"
        actions={
          mayCreate.allowed &&
          projects.length > 0 && <LinkButton href="/console/projects/new">Create a project</LinkButton>
        }
      />
      <ProjectList projects={projects} mayCreate={mayCreate.allowed} />
    </div>
  )
}
