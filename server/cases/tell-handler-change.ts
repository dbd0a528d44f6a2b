import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { CaseRecord } from './case-record'
import type { FoundCase } from './load-case'
import { tellPerson, tellReporters } from './notices'
import { storeNotice } from './store-message'
import type { Told } from './tell-person'

const notice =
  'Another maintainer answers for your report now. Your receipt and every promise you were given stay as they are.'

interface HandlerChange {
  from: string | null
  /** null: an assignment was taken back, and nobody answers for the case again. */
  to: Told | null
  /** Whoever answered before goes: they are not told. */
  isLeaving?: boolean
  /** What is due, for whoever takes over. */
  due?: readonly string[]
}

/**
 * What everybody hears when somebody else answers for a case, by whatever way it came about: whoever takes over, whoever did before, and
 * once it was acknowledged the reporters, who are told that the handler changed and nothing else: not who it is, and not why.
 */
export async function tellHandlerChange(
  context: Context,
  found: FoundCase,
  record: Pick<CaseRecord, 'reports'>,
  { from, to, isLeaving = false, due = [] }: HandlerChange,
): Promise<void> {
  const handlerId = to?.personId ?? null
  const changed = { ...found, case: { ...found.case, handlerId } }
  if (to) await tellPerson(context, changed, to, 'handler_assigned', { more: due })
  if (from === null) return
  if (!isLeaving) {
    const [before] = await context.tx
      .select({ personId: people.id, name: people.name, email: people.email })
      .from(people)
      .where(eq(people.id, from))
    if (before) await tellPerson(context, changed, before, 'case_taken')
  }
  if (to === null || found.case.acknowledgedAt === null) return
  for (const report of record.reports) await storeNotice(context, found, report.id, notice)
  await tellReporters(context, found, record, 'handler_changed')
}
