import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { acknowledge } from '@/domain/cases/acknowledge'
import type { Context } from '@/server/kernel/context'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { loadCaseRecord, type CaseRecord } from './case-record'
import { holdPerson } from './hold-person'
import { ensureLines } from './store-line'
import type { FoundCase } from './load-case'
import { tellReporters } from './notices'
import { recordRuled } from './record-case-event'
import { possibleHandlers } from './team'

/** A maintainer says: it arrived, somebody answers for it. Assigns a primary handler if there is none. */
export const acknowledgeCase = caseCommand({
  name: 'cases.acknowledge',
  input: {},
  may: 'acknowledge',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    await acknowledgeNow(context, found, record)
    await tellReporters(context, found, record, 'acknowledged')
  },
})

/** The acknowledgement itself; a maintainer's first message makes it too. */
export async function acknowledgeNow(context: Context, found: FoundCase, record: CaseRecord): Promise<void> {
  const event = allowedBy(acknowledge(record.facts, actingPerson(context.actor).personId, context.now))
  if (event.type !== 'acknowledged') throw new Error('Acknowledging made another event.')
  const { handlerId } = event.data
  if (found.case.handlerId === null) await needHandler(context, found, handlerId)
  await context.tx
    .update(cases)
    .set({ acknowledgedAt: context.now, handlerId })
    .where(eq(cases.id, found.case.id))
  await ensureLines(context, found)
  await recordRuled(context, found, event)
  record.facts = { ...record.facts, acknowledgedAt: context.now, handlerId }
}

/** Whoever is removed at this moment may have begun before it, and must not be left answering for the case. */
async function needHandler(context: Context, found: FoundCase, personId: string): Promise<void> {
  await holdPerson(context, personId, found.case.projectId)
  const team = await possibleHandlers(context, found.case.projectId)
  if (!team.some((one) => one.personId === personId)) throw notFound()
}
