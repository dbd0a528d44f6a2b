import type { Metadata } from 'next'
import { NumbersView } from '@/components/numbers/numbers-view'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { projectNumbers } from '@/server/numbers/project-numbers'
import { projectsOfPerson } from '@/server/projects/projects-of-person'

export const metadata: Metadata = { title: 'Numbers' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NumbersPage({ searchParams }: Props) {
  const search = await searchParams
  const one = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const actor = await requirePerson('/console/numbers')
  const { projects } = await answerOf(projectsOfPerson(actor, {}))
  const project = one('project') ?? projects[0]?.slug
  if (project === undefined)
    return (
      <div className="grid gap-6">
        <PageHeading title="Numbers" />
        <EmptyState title="You are in no team yet">
          Numbers are of a project. Ask a lead of it for an invitation.
        </EmptyState>
      </div>
    )
  const numbers = await answerOf(projectNumbers(actor, { project, from: one('from'), until: one('until') }))
  return <NumbersView numbers={numbers} projects={projects} />
}
