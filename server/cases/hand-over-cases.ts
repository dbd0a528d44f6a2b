import { and, eq, ne } from 'drizzle-orm'
import { cases, people } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { refreshCaseIndex } from './case-index'
import { tellPerson } from './notices'
import { recordCaseEvent } from './record-case-event'

/** Hands every open case of one person over to another, who is told of each, in the caller's transaction; returns how many. */
export async function handOverCases(
  context: Context,
  { from, to, projectId }: { from: string; to: string; projectId?: string },
): Promise<number> {
  const open = await context.tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.handlerId, from),
        ne(cases.stage, 'closed'),
        projectId === undefined ? undefined : eq(cases.projectId, projectId),
      ),
    )
    .orderBy(cases.id)
    .for('update')
  const [successor] = await context.tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, to))
  for (const row of open) {
    await context.tx.update(cases).set({ handlerId: to }).where(eq(cases.id, row.id))
    const found = { case: row, vault: vault().openCaseKey(row.id, row.wrappedKey) }
    await recordCaseEvent(context, found, 'handler_assigned', { from, to })
    if (successor) await tellPerson(context, found, successor, 'handler_assigned')
    await refreshCaseIndex(context, row.id)
  }
  return open.length
}
