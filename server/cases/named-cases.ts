import { and, inArray } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { casesInScope } from './scope'

/** The references of cases named by id; those the actor may not see are left out. */
export async function namedCases<Relation extends string>(
  { tx, actor }: Context,
  named: readonly { id: string; relation: Relation }[],
): Promise<{ relation: Relation; reference: string }[]> {
  if (named.length === 0) return []
  const found = await tx
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(
      and(
        inArray(
          cases.id,
          named.map(({ id }) => id),
        ),
        casesInScope(actor),
      ),
    )
  return named.flatMap(({ id, relation }) => {
    const one = found.find((row) => row.id === id)
    return one ? [{ relation, reference: one.reference }] : []
  })
}
