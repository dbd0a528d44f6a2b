import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th } from '@/components/ui/table'
import type { Role } from '@/domain/access/actor'
import { roleWords } from '@/components/people/role-words'

export type ListedProject = {
  slug: string
  key: string
  name: string
  summary: string
  role: Role | null
  openCases: number
}

/** The projects a person works on. */
export function ProjectList({
  projects,
  mayCreate,
}: {
  projects: readonly ListedProject[]
  mayCreate: boolean
}) {
  if (projects.length === 0) {
    return mayCreate ? (
      <EmptyState
        title="No project yet"
        action={
          <LinkButton href="/console/projects/new" variant="primary">
            Create a project
          </LinkButton>
        }
      >
        A project has a policy, a team and release lines. With one, reports can come in.
      </EmptyState>
    ) : (
      <EmptyState title="You are in no team yet">
        Ask a lead of the project for an invitation. They find it on the project’s team page.
      </EmptyState>
    )
  }
  return (
    <Table caption="Projects">
      <thead>
        <tr>
          <Th>Project</Th>
          <Th>Key</Th>
          <Th className="max-md:hidden">What it is</Th>
          <Th>Your role</Th>
          <Th className="text-right">Open cases</Th>
        </tr>
      </thead>
      <tbody>
        {projects.map(({ slug, key, name, summary, role, openCases }) => (
          <tr key={slug} className="hover:bg-hover">
            <Th scope="row">
              <Link
                href={`/console/projects/${slug}`}
                prefetch={false}
                className="text-accent hover:underline"
              >
                {name}
              </Link>
            </Th>
            <Td className="font-mono">{key}</Td>
            <Td className="max-w-prose text-muted max-md:hidden">{summary}</Td>
            <Td>{role ? roleWords[role].name : <Badge>as owner</Badge>}</Td>
            <Td number>{openCases}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
