import { and, eq, sql } from 'drizzle-orm'
import { credits } from '@/db/schema'
import { creditFields, creditOfForm } from '@/domain/reports/report-form'
import { versionSeen } from '@/lib/version-seen'
import { creditOfWish } from '@/server/advisories/credit-rows'
import { jobActor } from '@/server/auth/job-actor'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { loadCase, type FoundCase } from '@/server/cases/load-case'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'
import { invalid, refused } from '@/server/kernel/problem'
import { reporterCommand } from './reporter-command'
import { statedTerms, storeTerms } from './stated-terms'

/** The reporter chooses or corrects how they are credited, until the advisory is published; the ledger follows. */
export const changeOwnCredit = reporterCommand({
  name: 'reporters.changeCredit',
  input: { seen: versionSeen(), ...creditFields },
  may: 'choose_credit',
  run: async (context, { seen, ...wish }, found) => {
    // A second finder is named by the advisory of the case theirs repeats.
    const ledger = await ledgerOf(context, found)
    if (ledger.case.announcedAt !== null)
      throw refused('The advisory is published. Write to the team: a correction of it can change the credit.')
    const credit = creditOfForm({ ...wish, contactName: null })
    if (wish.creditAs === 'name' && credit.as !== 'name')
      throw invalid({ creditName: ['Write a name or a handle, or choose “Anonymous”.'] })
    await storeTerms(context, found, seen, { terms: { ...statedTerms(found.vault, found.report), credit } })
    const [entry] = await context.tx
      .select({ id: credits.id })
      .from(credits)
      .where(and(eq(credits.reportId, found.report.id), eq(credits.caseId, ledger.case.id)))
    if (entry) {
      await context.tx
        .update(credits)
        .set({
          ...creditOfWish(ledger, entry.id, credit),
          version: sql`${credits.version} + 1`,
          changedAt: context.now,
        })
        .where(eq(credits.id, entry.id))
      await recordCaseEvent(context, ledger, 'credit_changed', { creditId: entry.id })
      if (ledger.case.id !== found.case.id) await refreshCaseIndex(context, ledger.case.id)
    }
    if (!entry || ledger.case.id !== found.case.id)
      await recordCaseEvent(context, found, 'reporter_terms_changed', { reportId: found.report.id })
    await tellHandlers(context, found, 'reporter_terms_changed')
  },
})

/** The case whose ledger names the reporter, locked; the desk itself reads it, for they know nothing of it. */
async function ledgerOf(context: Context, found: FoundCase): Promise<FoundCase> {
  const { duplicateOf } = found.case
  if (duplicateOf === null) return found
  const asDesk: Context = { ...context, actor: jobActor('cases.link') }
  return (await loadCase(asDesk, duplicateOf, { lock: true })) ?? found
}
