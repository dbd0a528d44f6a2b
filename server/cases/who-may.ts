import { and, inArray, isNull } from 'drizzle-orm'
import { people } from '@/db/schema'
import { can } from '@/domain/access/can'
import { personColumns, toPersonActor } from '@/server/auth/person-actor'
import type { Context } from '@/server/kernel/context'
import type { CaseRow } from './load-case'

type ConcernedCase = Pick<CaseRow, 'id' | 'projectId' | 'isRestricted' | 'handlerId'>

/** Those of the people who see the case now, or could answer for it, in their order; who was removed is not among them. One statement. */
export async function whoMay<Person extends { personId: string }>(
  { tx }: Pick<Context, 'tx'>,
  verb: 'view_case' | 'take_case',
  { id: caseId, projectId, isRestricted, handlerId }: ConcernedCase,
  among: readonly Person[],
): Promise<Person[]> {
  if (among.length === 0) return []
  const ids = among.map(({ personId }) => personId)
  const rows = await tx
    .select(personColumns)
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.removedAt)))
  const on = { caseId, projectId, isRestricted, handlerId, reportIds: [], advisoryEditorId: null }
  const able = new Set(
    rows
      .filter((row) => can(toPersonActor(row), verb, { kind: 'case', ...on }).allowed)
      .map(({ personId }) => personId),
  )
  return among.filter(({ personId }) => able.has(personId))
}
