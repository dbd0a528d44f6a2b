import { eq } from 'drizzle-orm'
import { advisories, cases } from '@/db/schema'
import { can } from '@/domain/access/can'
import { checkLink } from '@/domain/cases/link-duplicate'
import { shortText } from '@/lib/text'
import { enterLinkedReporters, removeLinkedReporters } from '@/server/advisories/linked-credits'
import { jobActor } from '@/server/auth/job-actor'
import type { Context } from '@/server/kernel/context'
import { allowedBy, forbidden, invalid, refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { refreshCaseIndex } from './case-index'
import { reportsOfCase } from './linked-cases'
import { loadCase, type FoundCase } from './load-case'
import { tellReporters } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeNotice } from './store-message'

/**
 * Links a case to the one whose vulnerability it repeats. It stays a case: its reporter keeps their own clocks, conversation and
 * credit, and sees nothing of the other report.
 */
export const linkCase = caseCommand({
  name: 'cases.link',
  input: { ofCase: shortText(64, 'Say which case this one repeats.') },
  may: 'link_case',
  run: async (context, { ofCase }, found) => {
    await linkDuplicate(context, found, await caseToLink(context, ofCase))
  },
})

/** Undoes a link that was a mistake. */
export const unlinkCase = caseCommand({
  name: 'cases.unlink',
  input: {},
  may: 'link_case',
  run: async (context, _input, found) => {
    if (found.case.duplicateOf === null) throw refused('This case is not linked to another.')
    if (found.case.resolution === 'duplicate')
      throw refused('This case is closed as a duplicate. Reopen it: that undoes the link too.')
    await unlinkDuplicate(context, found)
  },
})

/** The other case of a link, among those the actor sees, locked; throws invalid at the field that names it. */
export async function caseToLink(
  context: Context,
  ofCase: string,
  { field, verb }: { field: string; verb: 'link_case' | 'follow_up' } = {
    field: 'ofCase',
    verb: 'link_case',
  },
): Promise<FoundCase> {
  const original = await loadCase(context, ofCase, { lock: true })
  if (!original)
    throw invalid({ [field]: ['There is no such case among those you may see. Check the reference.'] })
  const decision = can(context.actor, verb, original.subject)
  if (!decision.allowed) throw forbidden(decision.reason)
  return original
}

/** Links in the caller's transaction, with both events and the second finder's credit. */
export async function linkDuplicate(
  context: Context,
  duplicate: FoundCase,
  original: FoundCase,
): Promise<void> {
  const [repeats] = await context.tx
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.duplicateOf, duplicate.case.id))
    .limit(1)
  allowedBy(checkLink({ ...duplicate.case, hasDuplicates: repeats !== undefined }, original.case))
  await context.tx.update(cases).set({ duplicateOf: original.case.id }).where(eq(cases.id, duplicate.case.id))
  await recordCaseEvent(context, duplicate, 'linked', { toCaseId: original.case.id })
  await recordCaseEvent(context, original, 'duplicate_linked', { caseId: duplicate.case.id })
  await enterLinkedReporters(context, original, duplicate)
  if (original.case.announcedAt !== null) await tellOfAdvisory(context, duplicate, original)
  await refreshCaseIndex(context, original.case.id)
}

/** Whoever reported it too hears of an advisory that is out already, and where their credit will stand. */
async function tellOfAdvisory(context: Context, duplicate: FoundCase, original: FoundCase): Promise<void> {
  const [advisory] = await context.tx
    .select({ id: advisories.publicId })
    .from(advisories)
    .where(eq(advisories.caseId, original.case.id))
  if (!advisory) return
  const reports = await reportsOfCase(context, duplicate.case.id)
  for (const report of reports)
    await storeNotice(
      context,
      duplicate,
      report.id,
      `The advisory about this vulnerability is published already: ${advisory.id}. The team adds your credit to it as you chose.`,
    )
  await tellReporters(context, duplicate, { reports }, 'announced', advisory.id)
}

/** Undoes a link in the caller's transaction; whoever reopens a duplicate may not see the other case, so the desk itself does it there. */
export async function unlinkDuplicate(context: Context, duplicate: FoundCase): Promise<void> {
  const { id, duplicateOf } = duplicate.case
  if (duplicateOf === null) return
  const asDesk: Context = { ...context, actor: jobActor('cases.link') }
  const original = await loadCase(asDesk, duplicateOf, { lock: true })
  await context.tx.update(cases).set({ duplicateOf: null }).where(eq(cases.id, id))
  await recordCaseEvent(context, duplicate, 'unlinked', { fromCaseId: duplicateOf })
  if (!original) return
  await recordCaseEvent(context, original, 'duplicate_unlinked', { caseId: id })
  await removeLinkedReporters(context, original, duplicate)
  await refreshCaseIndex(context, original.case.id)
}
