import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { resolve } from '@/domain/cases/resolutions'
import type { Context } from '@/server/kernel/context'
import { refreshCaseIndex } from './case-index'
import { loadCaseRecord } from './case-record'
import { linkedCases } from './linked-cases'
import { tellReporters } from './notices'
import { recordRuled } from './record-case-event'
import { storeNotice } from './store-message'

const explanationFor = (advisory: string) =>
  `The advisory about this vulnerability is published: ${advisory}. Another report led to it as well. Your credit stands in it as you chose.`

/**
 * The case that others repeat was announced: their reporters are told, and what is still open of them is closed with it. One that
 * nobody answers for yet stays open, for its reporter was promised an answer.
 */
export async function closeDuplicates(context: Context, caseId: string, advisory: string): Promise<void> {
  for (const { found, reports } of await linkedCases(context, caseId)) {
    await tellReporters(context, found, { reports }, 'announced', advisory)
    const record = await loadCaseRecord(context, found)
    const explanation = explanationFor(advisory)
    const closing = { kind: 'duplicate' as const, ofCaseId: caseId, explanation }
    const event = resolve(record.facts, closing, found.case.id, context.now)
    if (!event.ok) continue
    await context.tx
      .update(cases)
      .set({ resolution: 'duplicate', resolvedAt: context.now, isHeld: false })
      .where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event.value, explanation)
    for (const report of reports) await storeNotice(context, found, report.id, explanation)
    await refreshCaseIndex(context, found.case.id)
  }
}
