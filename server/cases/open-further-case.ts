import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { cases, messages, projects } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { policyInForce } from '@/server/policies/policy-in-force'
import { insertCase } from '@/server/reports/insert-case'
import { indexTitle } from '@/server/search/index-case'
import { acknowledgeNow } from './acknowledge-case'
import { actingPerson } from './acting-person'
import { loadCaseRecord } from './case-record'
import { titlePlace } from './case-title'
import { loadCase, type FoundCase } from './load-case'
import { recordBeginning, recordCaseEvent } from './record-case-event'
import { storeMessage } from './store-message'

/** What the first event of the further case says of the one it came from. */
type Beginning = Extract<CaseEvent, { type: 'follows' | 'found_by_audit' }>

/**
 * A case without a report, in the project of another one: nobody waits for an answer, so it has no promises; whoever opens it answers
 * for it. It is as restricted as the one it came from.
 */
export async function openFurtherCase(
  context: Context,
  { case: first }: FoundCase,
  title: string,
  { type, data }: Pick<Beginning, 'type' | 'data'>,
  link: { followsCase?: string } = {},
): Promise<FoundCase> {
  const id = randomUUID()
  const key = vault().newCaseKey(id)
  const policy = await policyInForce(context, first.projectId)
  const [project] = await context.tx
    .select({ key: projects.key })
    .from(projects)
    .where(eq(projects.id, first.projectId))
  await insertCase(context, project?.key ?? '', {
    id,
    projectId: first.projectId,
    policyVersionId: policy.id,
    wrappedKey: key.wrapped,
    title: key.vault.seal(titlePlace(id), title),
    receivedAt: context.now,
    changedAt: context.now,
    isRestricted: first.isRestricted,
    ...link,
  })
  await indexTitle(context, id, title)
  const opened = { case: { id }, vault: key.vault }
  await recordBeginning(context, opened, type, data)
  const asDesk: Context = { ...context, actor: { kind: 'job', job: 'cases.followUp' } }
  const found = await loadCase(asDesk, id, { lock: true })
  if (!found) throw new Error('The case that was just opened is gone.')
  await acknowledgeNow(context, found, await loadCaseRecord(context, found))
  return found
}

/** The case that the same form opened already, when it is sent twice. */
export async function openedBefore({ tx }: Context, submissionHash: string) {
  const [earlier] = await tx
    .select({ reference: cases.reference })
    .from(messages)
    .innerJoin(cases, eq(cases.id, messages.caseId))
    .where(and(eq(messages.submissionHash, submissionHash), eq(messages.kind, 'note')))
  return earlier
}

/** What is known so far, as a note of the new case. */
export async function writeFirstNote(
  context: Context,
  next: FoundCase,
  what: string,
  submissionHash: string | null,
): Promise<void> {
  const messageId = await storeMessage(context, next, {
    kind: 'note',
    reportId: null,
    authorId: actingPerson(context.actor).personId,
    submissionHash,
    body: what,
  })
  await recordCaseEvent(context, next, 'note_added', { messageId })
}
