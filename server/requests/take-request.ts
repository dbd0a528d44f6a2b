import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { Language } from '@/domain/languages/languages'
import type { RequestKind } from '@/domain/requests/request'
import type { RequestContact } from '@/domain/requests/request-forms'
import type { Instant } from '@/lib/instant'
import { canonicalJson } from '@/server/kernel/canonical-json'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { vault } from '@/server/kernel/vault'
import { policyInForce } from '@/server/policies/policy-in-force'
import type { ProjectRow } from '@/server/projects/load-project'
import { receiptOfSubmission } from '@/server/reports/submission-receipt'
import { sealRequestText, type AskedContent } from './request-content'
import { tellAsker, tellTeam } from './request-notices'

/** What the asker gets: the way back, shown this once. */
export interface RequestReceipt {
  receipt: string
  kind: RequestKind
  projectName: string
  receivedAt: Instant
  /** What is still missing before it can be answered, each as what to do. */
  missing: string[]
}

type Asked = AskedContent & {
  contact: RequestContact
  language: Language
  submission: string
  missing: string[]
  /** A backport request: the case and the line it is about. */
  about?: { caseId: string; lineId: string }
}

/**
 * Stores a request, sealed, with its event and its mails, in the caller's transaction. The same form sent twice is one request with
 * one receipt; `isNew` says which it was.
 */
export async function takeRequest(
  context: Context,
  project: ProjectRow,
  asked: Asked,
): Promise<{ receipt: RequestReceipt; requestId: string; isNew: boolean }> {
  const { kind, content, contact, language, submission, missing, about } = asked
  const said = vault().keyedHash('request', canonicalJson([kind, content, contact, about?.lineId ?? null]))
  const submissionHash = vault().keyedHash('submission', `${project.id}/${submission}/${said}`)
  const receipt = receiptOfSubmission(project.id, submission, said)
  const given = { receipt, kind, projectName: project.name, missing }

  await context.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${submissionHash}, 0))`)
  const [earlier] = await context.tx
    .select()
    .from(requests)
    .where(eq(requests.submissionHash, submissionHash))
  if (earlier)
    return { receipt: { ...given, receivedAt: earlier.receivedAt }, requestId: earlier.id, isNew: false }

  const id = randomUUID()
  const hasContact = contact.contactName !== null || contact.contactEmail !== null
  const [stored] = await context.tx
    .insert(requests)
    .values({
      id,
      projectId: project.id,
      kind,
      receivedAt: context.now,
      receiptHash: vault().keyedHash('receipt', receipt),
      submissionHash,
      policyVersionId: (await policyInForce(context, project.id)).id,
      content: sealRequestText(id, 'content', JSON.stringify(content)),
      contact: hasContact ? sealRequestText(id, 'contact', JSON.stringify(contact)) : null,
      language,
      ...about,
      hasEvidence: kind === 'backport' && missing.length === 0,
    })
    .returning()
  if (!stored) throw new Error('The request was not stored.')
  await recordInstanceEvent(context, 'request_received', { projectId: project.id, requestId: id, kind })
  await tellTeam(context, stored, project, 'received')
  await tellAsker(context, stored, project, 'received')
  return { receipt: { ...given, receivedAt: context.now }, requestId: id, isNew: true }
}
