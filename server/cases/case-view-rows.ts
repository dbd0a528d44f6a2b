import { and, asc, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import type { events } from '@/db/schema'
import {
  absences,
  advisories,
  attachments,
  caseParticipants,
  cases,
  incomingMails,
  messages,
  notifications,
  people,
  policyVersions,
  projects,
  publications,
  reports,
  similarProblemAudits,
} from '@/db/schema'
import { statement } from '@/db/statement'
import { together } from '@/db/together'
import type { CaseEvent, CaseEventType } from '@/domain/cases/case-event'
import { evidenceOfCase } from '@/server/backports/evidence-rows'
import { creditsOfCase, readCredits } from '@/server/advisories/credit-rows'
import { ownDraftsOnCase } from '@/server/attention/draft-rows'
import { knownKeys } from '@/server/encryption/project-keys'
import type { Context } from '@/server/kernel/context'
import { absencesNow } from '@/server/people/absences-now'
import { releaseNotesOfCase } from '@/server/fixes/release-note-rows'
import { handoversOfCase, readHandovers } from '@/server/upstreams/handover-rows'
import { linkedDuplicates } from '@/domain/cases/linked-duplicates'
import { caseRecord, recordSelections, recordValues } from './case-record'
import type { FoundCase } from './load-case'
import { namedCases } from './named-cases'
import { paceOfCase } from './pace-record'
import { assessmentsOfCase, opinionsOfCase } from './severity-record'
import { openTag, tagsOfCase } from './tag-rows'
import { asHandler, handlersOfProject } from './team'

export type EventRow = Pick<
  typeof events.$inferSelect,
  'position' | 'type' | 'at' | 'data' | 'actor' | 'prose'
>
export type MessageRow = typeof messages.$inferSelect

/** Every row a case page is made of: one statement, unless texts are encrypted, other cases are named or the handler is away. */
export async function readCaseRows(context: Context, found: FoundCase, sees: { notes: boolean }) {
  const rowsOfPage = sees.notes ? rowsWithNotes : rowsWithoutNotes
  const rows = await rowsOfPage(context.tx, {
    ...recordValues(found),
    reader: context.actor.kind === 'person' ? context.actor.personId : null,
    now: context.now,
  })
  const [around] = rows.around
  if (!around) throw new Error('A case without its project.')
  const isEncrypted = [...rows.reports, ...rows.messages].some(({ encryptedTo }) => encryptedTo !== null)
  const [record, keys, related, handlerAway] = await Promise.all([
    caseRecord(context, found, rows),
    isEncrypted ? keysOf(context, found, rows.reports) : [],
    namedCases(context, relatedIds(found, rows.history)),
    around.isHandlerAway ? handlerAwayOn(context, found) : null,
  ])
  return {
    ...around,
    /** Every key the project ever published; read only where something is encrypted. */
    keys,
    history: rows.history,
    record,
    team: rows.team.map(asHandler),
    messages: rows.messages,
    files: rows.files,
    mails: rows.mails,
    assessments: rows.assessments,
    published: rows.published,
    credits: readCredits(found, rows.credits),
    participants: rows.participants,
    related,
    handovers: readHandovers(found, rows.handovers),
    opinions: rows.opinions,
    pace: rows.paces[0],
    notes: rows.notes,
    evidence: rows.evidence,
    handlerAway,
    drafts: rows.drafts,
    tags: rows.tags.map(openTag),
  }
}

export type CaseRows = Awaited<ReturnType<typeof readCaseRows>>

/** A report that came to another project was encrypted to that one's keys. */
async function keysOf(context: Context, found: FoundCase, sent: readonly { projectId: string }[]) {
  const published = new Set([found.case.projectId, ...sent.map(({ projectId }) => projectId)])
  return (await Promise.all([...published].map((id) => knownKeys(context, id)))).flat()
}

async function handlerAwayOn(context: Context, { case: { handlerId, ...row } }: FoundCase) {
  const away = handlerId === null ? null : (await absencesNow(context)).awayOn(handlerId, row)
  return away && { until: away.until, standIn: away.standIn?.name ?? null }
}

/**
 * What there is one of: the project with the policy version the case follows and the one in force now, the audit, the advisory; and
 * whether the handler is away, or the reader was told of something here that they have not read.
 */
const surroundingsOfCase = statement('surroundings_of_case', (tx) =>
  tx
    .select({
      project: {
        id: projects.id,
        name: projects.name,
        slug: projects.slug,
        packages: projects.packages,
        policyVersion: policyVersions.version,
        policySince: policyVersions.inForceFrom,
        /** The project whose policy the case follows, where it was moved since. */
        policyOf: sql<
          string | null
        >`(select p.name from ${projects} p where p.id = ${policyVersions.projectId} and p.id <> ${projects.id})`,
        latestVersion: sql<number>`(select max(${policyVersions.version}) from ${policyVersions} where ${policyVersions.projectId} = ${projects.id})`,
      },
      audit: similarProblemAudits,
      advisory: advisories,
      isHandlerAway: sql<boolean>`exists (
        select 1 from ${absences} where ${absences.personId} = ${cases.handlerId}
          and ${absences.startsAt} <= ${sql.placeholder('now')}::timestamptz
          and ${absences.endsAt} > ${sql.placeholder('now')}::timestamptz)`,
      hasUnreadNews: sql<boolean>`exists (
        select 1 from ${notifications} where ${notifications.personId} = ${sql.placeholder('reader')}::uuid
          and ${notifications.caseId} = ${cases.id} and ${notifications.readAt} is null)`,
    })
    .from(cases)
    .innerJoin(projects, eq(projects.id, cases.projectId))
    .innerJoin(policyVersions, eq(policyVersions.id, cases.policyVersionId))
    .leftJoin(similarProblemAudits, eq(similarProblemAudits.caseId, cases.id))
    .leftJoin(advisories, eq(advisories.caseId, cases.id))
    .where(eq(cases.id, sql.placeholder('caseId'))),
)

const messagesWhere = (tx: Tx, audience?: SQL) =>
  tx
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, sql.placeholder('caseId')), audience))
    .orderBy(asc(messages.sentAt), asc(messages.id))
const messagesOfCase = statement('messages_of_case', (tx) => messagesWhere(tx))
const messagesWithoutNotes = statement('messages_without_notes', (tx) =>
  messagesWhere(tx, ne(messages.audience, 'team')),
)

const filesOfCase = statement('files_of_case', (tx) =>
  tx
    .select({
      id: attachments.id,
      reportId: attachments.reportId,
      messageId: attachments.messageId,
      name: attachments.name,
      sizeBytes: attachments.sizeBytes,
      sniffedType: attachments.sniffedType,
    })
    .from(attachments)
    .where(eq(attachments.caseId, sql.placeholder('caseId')))
    .orderBy(asc(attachments.addedAt), asc(attachments.position)),
)

/** The mails behind its reports and messages. */
const mailsOfCase = statement('mails_of_case', (tx) =>
  tx
    .select({ id: incomingMails.id, reportId: reports.id, receivedAt: incomingMails.receivedAt })
    .from(incomingMails)
    .innerJoin(reports, eq(reports.id, incomingMails.reportId))
    .where(eq(reports.caseId, sql.placeholder('caseId')))
    .orderBy(asc(incomingMails.receivedAt), asc(incomingMails.id)),
)

const revisionsOfCase = statement('revisions_of_case', (tx) =>
  tx
    .select({
      revision: publications.revision,
      kind: publications.kind,
      note: publications.note,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .innerJoin(advisories, eq(publications.advisoryId, advisories.id))
    .where(eq(advisories.caseId, sql.placeholder('caseId')))
    .orderBy(desc(publications.revision)),
)

const participantsOfCase = statement('participants_of_case', (tx) =>
  tx
    .select({
      personId: people.id,
      name: people.name,
      as: caseParticipants.as,
      since: caseParticipants.since,
    })
    .from(caseParticipants)
    .innerJoin(people, eq(people.id, caseParticipants.personId))
    .where(eq(caseParticipants.caseId, sql.placeholder('caseId')))
    .orderBy(asc(people.name)),
)

const selections = {
  ...recordSelections,
  around: surroundingsOfCase,
  team: handlersOfProject,
  files: filesOfCase,
  mails: mailsOfCase,
  assessments: assessmentsOfCase,
  published: revisionsOfCase,
  credits: creditsOfCase,
  participants: participantsOfCase,
  handovers: handoversOfCase,
  opinions: opinionsOfCase,
  paces: paceOfCase,
  drafts: ownDraftsOnCase,
  tags: tagsOfCase,
  notes: releaseNotesOfCase,
  evidence: evidenceOfCase,
}
const rowsWithNotes = together('case_page', { ...selections, messages: messagesOfCase })
const rowsWithoutNotes = together('case_page_without_notes', {
  ...selections,
  messages: messagesWithoutNotes,
})

const otherCases = (history: readonly EventRow[], of: CaseEventType, field: string): string[] =>
  history.flatMap(({ type, data }) => (type === of ? [String(data[field])] : []))

function relatedIds(found: FoundCase, history: readonly EventRow[]) {
  const { duplicateOf, followsCase } = found.case
  const followedBy = otherCases(history, 'followed_up', 'caseId')
  return [
    ...(duplicateOf ? [{ id: duplicateOf, relation: 'duplicate_of' as const }] : []),
    ...(followsCase ? [{ id: followsCase, relation: 'follows' as const }] : []),
    ...followedBy.map((id) => ({ id, relation: 'followed_by' as const })),
    ...otherCases(history, 'split_into', 'caseId').map((id) => ({ id, relation: 'split_into' as const })),
    ...otherCases(history, 'split_off', 'fromCaseId').map((id) => ({ id, relation: 'split_from' as const })),
    ...otherCases(history, 'audit_case_opened', 'caseId').map((id) => ({
      id,
      relation: 'found_here' as const,
    })),
    ...otherCases(history, 'found_by_audit', 'fromCaseId').map((id) => ({
      id,
      relation: 'found_by_audit' as const,
    })),
    ...linkedDuplicates(history as unknown as CaseEvent[]).map((id) => ({
      id,
      relation: 'repeated_by' as const,
    })),
  ]
}
