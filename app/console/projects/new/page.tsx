import type { Metadata } from 'next'
import { CreateProjectForm } from '@/components/projects/create-project-form'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { peopleOfInstance } from '@/server/people/people-of-instance'

export const metadata: Metadata = { title: 'Create a project' }

export default async function NewProjectPage() {
  const actor = await requirePerson('/console/projects/new')
  const people = await answerOf(peopleOfInstance(actor, {}))
  return (
    <div className="grid gap-6">
      <PageHeading
        title="Create a project"
        note="Its policy begins with careful promises; change them as soon as it is created."
      />
      <CreateProjectForm
        people={people.filter(({ removedAt }) => removedAt === null)}
        ownId={actor.personId}
      />
    </div>
  )
}
