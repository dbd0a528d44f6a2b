import { and, eq, ne, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { tellPeople } from '@/server/cases/notices'
import type { FoundCase } from '@/server/cases/load-case'
import { ownersOf, teamOf } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'

/**
 * Tells the leads that reports are held, by the first that is: while others wait as well nobody is told again. Two that come at once
 * wait for each other, so that the second finds the first.
 */
export async function tellOfHeld(context: Context, held: Pick<FoundCase, 'case'>): Promise<void> {
  const { id, projectId } = held.case
  if (await othersAreHeld(context, held)) return
  await context.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`first-held/${projectId}`}, 0))`,
  )
  if (await othersAreHeld(context, held)) return
  const leads = (await teamOf(context, projectId)).filter(({ role }) => role === 'lead')
  const told = leads.length > 0 ? leads : await ownersOf(context)
  await tellPeople(context, held, told, 'reports_held', { about: id })
}

async function othersAreHeld({ tx }: Context, { case: { id, projectId } }: Pick<FoundCase, 'case'>) {
  const [other] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.projectId, projectId), eq(cases.isHeld, sql`true`), ne(cases.id, id)))
    .limit(1)
  return other !== undefined
}
