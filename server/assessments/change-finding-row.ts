import { and, eq } from 'drizzle-orm'
import { findings } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { conflict, refused } from '@/server/kernel/problem'
import type { FindingRow } from './assessment-record'
import type { FoundFinding } from './load-assessment'

/** Refuses what only an open finding allows, and says how it was settled. */
export function needOpen({ state }: FindingRow): void {
  if (state !== 'open')
    throw refused(
      state === 'case' ? 'A case was made of this finding already.' : 'This finding is accepted already.',
    )
}

/** The ids by which an event names a finding. */
export const namesOf = ({ finding, project }: FoundFinding) => ({
  projectId: project.id,
  assessmentId: finding.assessmentId,
  findingId: finding.id,
})

/** Stores a change over the version one saw, in the state it was seen in; a lost race is a conflict. */
export async function storeOver(
  { tx }: Context,
  { finding }: FoundFinding,
  seen: number,
  columns: Partial<FindingRow>,
): Promise<void> {
  const [stored] = await tx
    .update(findings)
    .set({ ...columns, version: seen + 1 })
    .where(and(eq(findings.id, finding.id), eq(findings.version, seen), eq(findings.state, finding.state)))
    .returning({ id: findings.id })
  if (!stored) throw conflict('Somebody else changed this finding meanwhile. Load the page again.')
}
