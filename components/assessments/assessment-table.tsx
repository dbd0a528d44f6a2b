import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Instant } from '@/lib/instant'
import { assessmentHref } from './assessment-href'
import { GateBadge } from './gate-badge'

export type ListedAssessment = {
  id: string
  release: string
  begunAt: Instant
  finishedAt: Instant | null
  findings: number
  open: number
  mayGoOut: boolean
}

/** The assessments of a project, the latest first. */
export function AssessmentTable({
  slug,
  assessments,
}: {
  slug: string
  assessments: readonly ListedAssessment[]
}) {
  if (assessments.length === 0)
    return (
      <EmptyState title="No release was assessed yet">
        Say below which release, what you look at and how. What you find becomes a case, or is accepted with a
        reason; the gate then says whether the release may go out.
      </EmptyState>
    )
  return (
    <Table caption="Assessments">
      <thead>
        <tr>
          <Th>Release</Th>
          <Th>Gate</Th>
          <Th className="text-right">Findings</Th>
          <Th className="text-right">To settle</Th>
          <Th className="max-md:hidden">Begun</Th>
          <Th className="max-md:hidden">Finished</Th>
        </tr>
      </thead>
      <tbody>
        {assessments.map(({ id, release, begunAt, finishedAt, findings, open, mayGoOut }) => (
          <tr key={id} className="hover:bg-hover">
            <Th scope="row" className="font-mono">
              <Link
                href={assessmentHref(slug, id)}
                prefetch={false}
                className="inline-block min-h-6 text-accent underline"
              >
                {release}
              </Link>
            </Th>
            <Td>
              <GateBadge mayGoOut={mayGoOut} />
            </Td>
            <Td number>{findings}</Td>
            <Td number>{open}</Td>
            <Td className="whitespace-nowrap text-muted max-md:hidden">
              <Time instant={begunAt} show="absolute" />
            </Td>
            <Td className="whitespace-nowrap text-muted max-md:hidden">
              {finishedAt ? <Time instant={finishedAt} show="absolute" /> : 'not yet'}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
