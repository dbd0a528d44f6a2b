import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { checkFollowUp } from '@/domain/cases/follow-up'
import { longText, optionalShortText, shortText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import { allowedBy, invalid } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { caseCommand } from './case-command'
import { refreshCaseIndex } from './case-index'
import { caseToLink } from './link-case'
import type { FoundCase } from './load-case'
import { openedBefore, openFurtherCase, writeFirstNote } from './open-further-case'
import { recordCaseEvent } from './record-case-event'
import { messageSubmission } from './submission'

/**
 * Follows an announced case up with another one, because its fix turned out incomplete: the advisory stands, and what is left gets a case,
 * an embargo and an advisory of its own. Either a new case that the team opens itself, or one that a report opened already.
 * Sent twice, it is one case.
 */
export const followUpCase = caseCommand({
  name: 'cases.followUp',
  input: {
    /** The reference of a case that is there already; empty: a new one. */
    existing: optionalShortText(64),
    title: optionalShortText(200),
    what: longText(20_000, 'Say what the fix leaves open. Only the team reads it.'),
    submission: messageSubmission,
  },
  may: 'follow_up',
  run: async (context, { existing, title, what, submission }, found) => {
    if (existing !== null) {
      const next = await caseToLink(context, existing, { field: 'existing', verb: 'follow_up' })
      allowedBy(checkFollowUp({ ...found.case, before: await casesBefore(context, found) }, next.case))
      await context.tx.update(cases).set({ followsCase: found.case.id }).where(eq(cases.id, next.case.id))
      await recordCaseEvent(context, next, 'follows', { caseId: found.case.id })
      await finishFollowing(context, found, next, what)
      return { reference: next.case.reference }
    }
    allowedBy(checkFollowUp({ ...found.case, before: [] }, null))
    const submissionHash = vault().keyedHash('follow-up', `${found.case.id}/${submission ?? randomUUID()}`)
    const earlier = await openedBefore(context, submissionHash)
    if (earlier) return earlier
    const given = shortText(200, 'Name what is left in one line. Only the team sees it.').safeParse(
      title ?? '',
    )
    if (!given.success) throw invalid({ title: given.error.issues.map(({ message }) => message) })
    const link = { type: 'follows', data: { caseId: found.case.id } } as const
    const next = await openFurtherCase(context, found, given.data, link, { followsCase: found.case.id })
    await finishFollowing(context, found, next, what, submissionHash)
    return { reference: next.case.reference }
  },
})

/** The ids of all cases that this one follows, over however many others. */
async function casesBefore({ tx }: Context, { case: { id } }: FoundCase): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive before(id) as (
      select ${cases.followsCase} from ${cases} where ${cases.id} = ${id}
      union
      select ${cases.followsCase} from ${cases} join before on ${cases.id} = before.id)
    select id from before where id is not null`)
  return rows.map((row) => row.id)
}

/** What was found, as a note of the new case; and the event of the first. */
async function finishFollowing(
  context: Context,
  first: FoundCase,
  next: FoundCase,
  what: string,
  submissionHash: string | null = null,
): Promise<void> {
  await writeFirstNote(context, next, what, submissionHash)
  await recordCaseEvent(context, first, 'followed_up', { caseId: next.case.id })
  await refreshCaseIndex(context, next.case.id)
}
