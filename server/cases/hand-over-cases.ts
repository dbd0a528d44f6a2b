import { and, eq, inArray, ne } from 'drizzle-orm'
import { cases, people } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { refreshCaseIndex } from './case-index'
import { loadCaseRecord } from './case-record'
import { leaveHandOverNote } from './hand-over-note'
import { loadCase } from './load-case'
import { recordCaseEvent } from './record-case-event'
import { tellHandlerChange } from './tell-handler-change'

/** Hands every open case of one person over to another, who is told of each and finds a note of what is due; the reporters hear that the handler changed. All in the caller's transaction; returns how many. */
export async function handOverCases(
  context: Context,
  { from, to, projectId }: { from: string; to: string; projectId?: string },
): Promise<number> {
  const open = await context.tx
    .select({ id: cases.id })
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
  const both = await context.tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [from, to]))
  const [leaving, successor] = [from, to].map((id) => both.find(({ personId }) => personId === id))
  for (const row of open) {
    const found = await loadCase({ ...context, actor: { kind: 'job', job: 'cases.handOver' } }, row.id)
    if (!found) throw new Error('The case to hand over is gone.')
    const record = await loadCaseRecord(context, found)
    const names = { from: leaving?.name ?? 'somebody who left', to: successor?.name ?? '', note: null }
    const due = await leaveHandOverNote(context, found, record, names)
    await context.tx.update(cases).set({ handlerId: to }).where(eq(cases.id, row.id))
    await recordCaseEvent(context, found, 'handler_assigned', { from, to })
    await tellHandlerChange(context, found, record, { from, to: successor ?? null, isLeaving: true, due })
    await refreshCaseIndex(context, row.id)
  }
  return open.length
}
