import { and, asc, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import {
  advisories,
  attachments,
  caseParticipants,
  cases,
  events,
  messages,
  people,
  policyVersions,
  projects,
  publications,
  similarProblemAudits,
} from '@/db/schema'
import { statement } from '@/db/statement'
import type { CaseEvent, CaseEventType } from '@/domain/cases/case-event'
import { creditsOf } from '@/server/advisories/credit-rows'
import { knownKeys } from '@/server/encryption/project-keys'
import type { Context } from '@/server/kernel/context'
import { handoversOf } from '@/server/upstreams/handover-rows'
import { loadCaseRecord } from './case-record'
import type { FoundCase } from './load-case'
import { namedCases } from './named-cases'
import { paceOf } from './pace-record'
import { assessmentsOf, opinionsOf } from './severity-record'
import { possibleHandlers } from './team'

export type EventRow = Pick<
  typeof events.$inferSelect,
  'position' | 'type' | 'at' | 'data' | 'actor' | 'prose'
>
export type MessageRow = typeof messages.$inferSelect

/** Every row a case page is made of. Statements that need nothing of each other run together. */
export async function readCaseRows(context: Context, found: FoundCase, sees: { notes: boolean }) {
  const history = await historyOf(context, found)
  const [
    record,
    { project, audit, advisory },
    team,
    said,
    files,
    assessments,
    published,
    credits,
    on,
    related,
    handovers,
    opinions,
    pace,
  ] = await Promise.all([
    loadCaseRecord(context, found, history as unknown as CaseEvent[]),
    surroundings(context, found),
    possibleHandlers(context, found.case.projectId),
    messagesOf(context, found, sees),
    filesOf(context, found),
    assessmentsOf(context, found.case.id),
    revisionsOf(context, found),
    creditsOf(context, found),
    participantsOf(context, found),
    namedCases(context, relatedIds(found, history)),
    handoversOf(context, found),
    opinionsOf(context, found.case.id),
    paceOf(context, found.case.id),
  ])
  const isEncrypted = [...record.reports, ...said].some(({ encryptedTo }) => encryptedTo !== null)
  return {
    /** Every key the project ever published; read only where something is encrypted. */
    keys: isEncrypted ? await keysOf(context, found, record.reports) : [],
    history,
    record,
    project,
    team,
    messages: said,
    files,
    assessments,
    audit,
    advisory,
    published,
    credits,
    participants: on,
    related,
    handovers,
    opinions,
    pace,
  }
}

export type CaseRows = Awaited<ReturnType<typeof readCaseRows>>

/** A report that came to another project was encrypted to that one's keys. */
async function keysOf(context: Context, found: FoundCase, sent: readonly { projectId: string }[]) {
  const published = new Set([found.case.projectId, ...sent.map(({ projectId }) => projectId)])
  return (await Promise.all([...published].map((id) => knownKeys(context, id)))).flat()
}

const historyOf = ({ tx }: Context, found: FoundCase): Promise<EventRow[]> =>
  historyOfCase(tx).execute({ caseId: found.case.id })

const historyOfCase = statement('history_of_case', (tx) =>
  tx
    .select({
      position: events.position,
      type: events.type,
      at: events.at,
      data: events.data,
      actor: events.actor,
      prose: events.prose,
    })
    .from(events)
    .where(eq(events.chainId, sql.placeholder('caseId')))
    .orderBy(asc(events.position)),
)

/** What there is one of: the project with the policy version the case follows and the one in force now, the audit, the advisory. */
async function surroundings({ tx }: Context, found: FoundCase) {
  const [row] = await surroundingsOfCase(tx).execute({ caseId: found.case.id })
  if (!row) throw new Error('A case without its project.')
  return row
}

const surroundingsOfCase = statement('surroundings_of_case', (tx) =>
  tx
    .select({
      project: {
        id: projects.id,
        name: projects.name,
        slug: projects.slug,
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
    })
    .from(cases)
    .innerJoin(projects, eq(projects.id, cases.projectId))
    .innerJoin(policyVersions, eq(policyVersions.id, cases.policyVersionId))
    .leftJoin(similarProblemAudits, eq(similarProblemAudits.caseId, cases.id))
    .leftJoin(advisories, eq(advisories.caseId, cases.id))
    .where(eq(cases.id, sql.placeholder('caseId'))),
)

const messagesOf = (
  { tx }: Context,
  found: FoundCase,
  { notes }: { notes: boolean },
): Promise<MessageRow[]> =>
  (notes ? messagesOfCase : messagesWithoutNotes)(tx).execute({ caseId: found.case.id })

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

const filesOf = ({ tx }: Context, found: FoundCase) => filesOfCase(tx).execute({ caseId: found.case.id })

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

async function revisionsOf({ tx }: Context, found: FoundCase) {
  if (found.case.announcedAt === null) return []
  return tx
    .select({
      revision: publications.revision,
      kind: publications.kind,
      note: publications.note,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .innerJoin(advisories, eq(publications.advisoryId, advisories.id))
    .where(eq(advisories.caseId, found.case.id))
    .orderBy(desc(publications.revision))
}

const participantsOf = ({ tx }: Context, found: FoundCase) =>
  participantsOfCase(tx).execute({ caseId: found.case.id })

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

const otherCases = (history: readonly EventRow[], of: CaseEventType, field: string): string[] =>
  history.flatMap(({ type, data }) => (type === of ? [String(data[field])] : []))

/** The cases that are linked as repeating this one, by the events of linking and undoing. */
export function linkedDuplicates(history: readonly Pick<EventRow, 'type' | 'data'>[]): string[] {
  const linked = new Set<string>()
  for (const { type, data } of history) {
    if (type === 'duplicate_linked') linked.add(String(data.caseId))
    if (type === 'duplicate_unlinked') linked.delete(String(data.caseId))
  }
  return [...linked]
}

function relatedIds(found: FoundCase, history: readonly EventRow[]) {
  const { duplicateOf, followsCase } = found.case
  const followedBy = otherCases(history, 'followed_up', 'caseId')
  return [
    ...(duplicateOf ? [{ id: duplicateOf, relation: 'duplicate_of' as const }] : []),
    ...(followsCase ? [{ id: followsCase, relation: 'follows' as const }] : []),
    ...followedBy.map((id) => ({ id, relation: 'followed_by' as const })),
    ...otherCases(history, 'split_into', 'caseId').map((id) => ({ id, relation: 'split_into' as const })),
    ...otherCases(history, 'split_off', 'fromCaseId').map((id) => ({ id, relation: 'split_from' as const })),
    ...linkedDuplicates(history).map((id) => ({ id, relation: 'repeated_by' as const })),
  ]
}
