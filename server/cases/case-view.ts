import { z } from 'zod'
import type { Decision } from '@/domain/access/can'
import { can } from '@/domain/access/can'
import type { Writing } from '@/domain/attention/writing'
import type { ConfirmCondition } from '@/domain/cases/confirm'
import { eventInWords } from '@/domain/cases/event-in-words'
import type { CaseEvent, ResolutionKind } from '@/domain/cases/case-event'
import { firstTurn } from '@/domain/cases/conversation'
import { nextStep, type NextStep } from '@/domain/cases/next-step'
import { stageOf, type Stage } from '@/domain/cases/stage'
import { linkedDuplicates } from '@/domain/cases/linked-duplicates'
import { undoAssignment } from '@/domain/cases/undo-assignment'
import { caseTimeline, type CaseTimeline } from '@/domain/cases/case-timeline'
import { urgency, type Clock, type Urgency } from '@/domain/clocks/clock'
import { clockLabel, clockReason, pausesInWords } from '@/domain/clocks/clock-in-words'
import {
  agreedUntil,
  dateConflict,
  proposalState,
  type DateConflict,
  type StatedDate,
} from '@/domain/embargo/counter-proposal'
import type { Gate } from '@/domain/embargo/gates'
import { shorterEmbargo } from '@/domain/embargo/shorter-embargo'
import { negotiationOf, type Negotiation } from '@/domain/embargo/negotiation'
import type { Rating } from '@/domain/severity/rating'
import type { Weakness } from '@/domain/severity/weakness'
import type { Instant } from '@/lib/instant'
import { gatesFrom, openDraft, overrideOf, type AdvisoryRecord } from '@/server/advisories/advisory-record'
import { openDrafts, type KeptDraft } from '@/server/attention/draft-rows'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import type { CraRole } from '@/domain/exploitation/cra-role'
import { exploitationOf, type Exploitation } from '@/domain/exploitation/exploitation'
import { fixView, type FixView } from '@/server/fixes/fix-view'
import type { HandoverView } from '@/server/upstreams/handover-rows'
import { statedTerms } from '@/server/reports/stated-terms'
import { actsOf, conditionsOf, type CaseAct } from './case-view-acts'
import { advisoryView, type AdvisoryView } from './case-view-advisory'
import { messagesView, reportsView, type MessageView, type ReportView } from './case-view-conversation'
import { linesView, type LineView } from './case-view-lines'
import { severityView, type AssessmentView, type OpinionView, type PaceView } from './case-view-severity'
import { readCaseRows, type CaseRows, type EventRow } from './case-view-rows'
import { titleOf } from './case-title'
import { allProposals, reporterDates } from './linked-dates'
import { caseName, loadCase, type FoundCase } from './load-case'
import { auditPlace } from './record-audit'
import { openSeverity } from './severity-record'

/** A promise as it stands on the page. */
export interface ClockView extends Pick<
  Clock,
  'kind' | 'reportId' | 'dueAt' | 'status' | 'metAt' | 'metBy' | 'pausedSince'
> {
  label: string
  urgency: Urgency
  /** Why it is due then. */
  why: string
  /** The waits that moved it, a sentence each. */
  pauses: string[]
  timeZone: string
}

export interface EventView {
  position: number
  at: Instant
  who: string
  what: string
  /** A reason or an explanation, where one was given. */
  prose: string | null
}

export interface AuditView {
  waived: boolean
  searched: string | null
  found: string | null
  waivedBecause: string | null
  by: string
  at: Instant
  version: number
}

export interface ProposalView {
  id: string
  reportId: string
  by: 'reporter' | 'team'
  until: Instant
  state: 'open' | 'accepted' | 'declined' | 'lapsed'
  proposedAt: Instant
  /** Silence until then accepts it; null: it lapses. */
  answerBy: Instant | null
  /** The words that came with the answer; of a linked case they are read there. */
  answer: string | null
  /** Made on a case that repeats this one, and answered there. */
  linkedCase?: { reference: string | null }
}

/** How another case stands to this one. */
export type CaseRelation =
  | 'duplicate_of'
  | 'repeated_by'
  | 'follows'
  | 'followed_by'
  | 'split_into'
  | 'split_from'
  /** What the audit of this one found. */
  | 'found_here'
  | 'found_by_audit'

/** Everything a case page shows, for this actor and moment; plain JSON. */
export interface CaseView {
  id: string
  reference: string
  title: string
  project: { id: string; name: string; slug: string }
  /** It ships to npm, and this desk asks no registry whether a release is there. */
  isNpmUnasked: boolean
  /** Where the desk is reached, for links that are copied from here. */
  baseUrl: string
  policy: {
    /** Another project's, from where the case was moved; null: its own. */
    of: string | null
    version: number
    latestVersion: number
    since: Instant
    silenceDays: number
    timeZone: string
  }
  stage: Stage
  rating: Rating | null
  isRestricted: boolean
  tags: string[]
  /** Waits aside until somebody releases it or calls it spam. */
  isHeld: boolean
  receivedAt: Instant
  handler: { id: string; name: string } | null
  /** The handler is out of office: until when, and who stands in. */
  handlerAway: { until: Instant; standIn: string | null } | null
  /** One was told of something here, and has not read it. */
  hasUnreadNews: boolean
  /** The last assignment, while it can be taken back; null: it cannot. */
  undoable: { to: string; from: string | null; fromName: string | null } | null
  acknowledgedAt: Instant | null
  confirmed: { at: Instant; by: string; reproduction: string | null } | null
  announcedAt: Instant | null
  resolution: { kind: ResolutionKind; at: Instant } | null
  related: { relation: CaseRelation; reference: string }[]
  /** A suggestion to announce earlier, because somebody else found it too; null: no reason to. */
  shorterEmbargo: string | null
  /** Upstreams that were told, the earliest first. */
  handovers: HandoverView[]
  waitsForReporter: boolean
  clocks: ClockView[]
  next: NextStep | null
  gates: Gate[]
  confirmConditions: ConfirmCondition[]
  acts: Record<CaseAct, Decision>
  /** Who looks, among the team; null: somebody else, such as a token. */
  me: string | null
  /** null: not for this person. */
  reports: ReportView[] | null
  messages: MessageView[]
  /** The mails behind reports and messages; none for who may not read them as they came. */
  mails: { id: string; reportId: string; receivedAt: Instant }[]
  /** What who looks has begun to write and not sent. */
  drafts: Partial<Record<Writing, KeptDraft>>
  team: { id: string; name: string; role: string }[]
  participants: { id: string; name: string; as: 'handler' | 'collaborator'; since: Instant }[]
  lines: LineView[]
  /** Newest first. */
  assessments: AssessmentView[]
  /** Who said first comes first. */
  opinions: OpinionView[]
  /** What the catalogue says of every weakness named above. */
  weaknesses: Weakness[]
  /** How fast SSVC says the fix is to be made; null: nobody answered its questions. */
  pace: PaceView | null
  audit: AuditView | null
  fix: FixView
  exploitation: Exploitation
  /** As what the team answers to the Cyber Resilience Act; null: its milestones are off. */
  craRole: CraRole | null
  advisory: AdvisoryView | null
  proposals: ProposalView[]
  dateConflict: DateConflict | null
  /** When reporters publish on their own, those of linked cases too. */
  reporterDates: StatedDate[]
  negotiation: Negotiation
  /** When a reporter said that they came across personal data of others; empty once the case is closed. */
  personalData: { reportId: string; at: Instant }[]
  timeline: CaseTimeline
  /** Newest first. */
  events: EventView[]
}

/** One case with everything its page shows. What somebody may not read is not in it. */
export const caseView = query({
  name: 'cases.view',
  input: z.object({ case: caseName }),
  may: 'view_case',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<CaseView> => {
    const { actor, now } = context
    const reads = (verb: 'read_conversation' | 'read_notes' | 'read_raw_mail') =>
      can(actor, verb, found.subject).allowed
    const rows = await readCaseRows(context, found, { notes: reads('read_notes') })
    const nameOf = namesOf(rows)
    const { record, project } = rows
    const advisory = advisoryOf(found, rows)
    const gates = gatesFrom({ found, record, advisory, audit: rows.audit, team: rows.team }, now)
    const agreed = agreedUntil(record.proposals, now)
    const conflict =
      found.case.announcedAt === null && found.case.resolution === null
        ? dateConflict(
            {
              dates: reporterDates(record),
              notBefore: record.notBefore,
              isConfirmed: record.facts.confirmedAt !== null,
              delayDays: record.terms.announce.delayDays,
            },
            now,
          )
        : null
    const negotiation = negotiationOf(conflict, allProposals(record), now)
    const scheduledFor = advisory && advisory.row.suspendedAt === null ? advisory.row.scheduledFor : null
    return {
      ...headerOf(found, rows, nameOf),
      shorterEmbargo: shorterEmbargo({
        isAnnounced: found.case.announcedAt !== null,
        otherFinders: record.reports.length - 1 + linkedDuplicates(record.events).length,
      }),
      handovers: rows.handovers,
      clocks: clocksView([...record.milestones, ...record.clocks], now),
      next: nextStep({
        facts: record.facts,
        unmetGates: gates.filter((gate) => !gate.isMet),
        turn: firstTurn(record.events),
        owesResponse: record.clocks.some(
          ({ kind, status }) => kind === 'respond' && status !== 'met' && status !== 'late',
        ),
        needsDate: negotiation.state === 'needed',
        isScheduled: scheduledFor !== null,
        linkedTo: linkedTo(found, rows),
        needsCorrection: needsCorrection(rows),
      }),
      undoable: undoableAssignment(record, rows.team, nameOf, now),
      me: actor.kind === 'person' ? actor.personId : null,
      gates,
      confirmConditions: conditionsOf(record),
      acts: actsOf({ actor, found, record, gates, advisory: rows.advisory, now }),
      reports: reads('read_conversation') ? reportsView(found, rows) : null,
      messages: reads('read_conversation')
        ? messagesView(found, rows, nameOf)
        : messagesView(found, rows, nameOf).filter(({ kind }) => kind === 'note'),
      mails: reads('read_raw_mail') ? rows.mails : [],
      drafts: openDrafts(found, rows.drafts),
      lines: linesView(record, rows.evidence, now, nameOf),
      ...severityView(found, rows, nameOf),
      audit: auditView(found, rows, nameOf),
      fix: fixView(
        found,
        record,
        { advisory, notes: rows.notes, projectSlug: project.slug, lastChangeBy: lastTouching(rows.history) },
        now,
        nameOf,
      ),
      exploitation: exploitationOf(record.events),
      craRole: record.craRole,
      advisory: advisory && advisoryView(found, rows, advisory, now, nameOf),
      proposals: proposalsView(found, rows, now),
      dateConflict: conflict,
      reporterDates: reads('read_conversation') ? reporterDates(record) : [],
      negotiation,
      personalData: personalDataView(found, rows),
      timeline: caseTimeline({
        receivedAt: found.case.receivedAt,
        events: record.events,
        clocks: record.clocks,
        agreedUntil: agreed,
        longestEmbargoDays: record.terms.embargo.longestDays,
        notBefore: record.notBefore.at,
        delayDays: record.terms.announce.delayDays,
        scheduledFor,
        announcedAt: found.case.announcedAt,
      }),
      events: eventsView(found, rows, nameOf),
      policy: {
        of: project.policyOf,
        version: project.policyVersion,
        latestVersion: project.latestVersion,
        since: project.policySince,
        silenceDays: record.terms.silenceDays,
        timeZone: record.terms.businessCalendar.timeZone,
      },
    }
  },
})

/** The case where the work goes on; its reference only where it is there for who looks. */
const linkedTo = ({ case: { duplicateOf } }: FoundCase, { related }: CaseRows) =>
  duplicateOf === null
    ? null
    : { reference: related.find(({ relation }) => relation === 'duplicate_of')?.reference ?? null }

/** The credits were changed since the last revision, so that readers do not see them yet. */
function needsCorrection({ published: [last], record }: CaseRows): boolean {
  if (!last || last.kind === 'withdrawal') return false
  return record.events.some(({ type, at }) => type === 'credit_changed' && at > last.publishedAt)
}

/** The assignment that `cases.undoAssignment` would take back now. */
function undoableAssignment(
  { facts, events }: CaseRows['record'],
  team: CaseRows['team'],
  nameOf: (id: string) => string,
  now: Instant,
): CaseView['undoable'] {
  const last = events.findLast((event) => event.type === 'handler_assigned')
  if (last?.type !== 'handler_assigned') return null
  const { to, from } = last.data
  if (!undoAssignment({ facts, events }, { to, from }, team, now).ok) return null
  return { to, from, fromName: from === null ? null : nameOf(from) }
}

function proposalsView({ vault }: FoundCase, { record }: CaseRows, now: Instant): ProposalView[] {
  const all = allProposals(record)
  const answers = new Map(record.proposals.map(({ id, answer }) => [id, answer]))
  return all.map((proposal) => {
    const answer = answers.get(proposal.id)
    return {
      id: proposal.id,
      reportId: proposal.reportId,
      by: proposal.by,
      until: proposal.until,
      proposedAt: proposal.proposedAt,
      answerBy: proposal.answerBy,
      state: proposalState(proposal, all, now),
      answer: answer
        ? vault.open({ table: 'embargo_proposals', row: proposal.id, column: 'answer' }, answer)
        : null,
      ...(proposal.linkedCase && { linkedCase: proposal.linkedCase }),
    }
  })
}

/** What still stands of it: a reporter may take the statement back, and a closed case alerts nobody. */
function personalDataView(found: FoundCase, { record }: CaseRows): CaseView['personalData'] {
  if (stageOf(record.facts) === 'closed') return []
  const stating = new Set(
    record.reports.filter((one) => statedTerms(found.vault, one).personalDataSeen).map(({ id }) => id),
  )
  return record.events.flatMap((event) =>
    event.type === 'personal_data_reported' && stating.has(event.data.reportId)
      ? [{ reportId: event.data.reportId, at: event.at }]
      : [],
  )
}

/** Names of the team and of whoever acted; of those who left, what they did under. */
function namesOf({ team, participants, history }: CaseRows): (personId: string) => string {
  const names = new Map<string, string>()
  for (const { actor } of history) if (actor.kind === 'person') names.set(actor.personId, actor.name)
  for (const { personId, name } of [...participants, ...team]) names.set(personId, name)
  return (personId) => names.get(personId) ?? 'somebody who left'
}

function advisoryOf(found: FoundCase, { advisory, assessments, credits }: CaseRows): AdvisoryRecord | null {
  if (advisory === null) return null
  const [latest] = assessments
  return {
    row: advisory,
    draft: openDraft(found, advisory),
    severity: latest ? openSeverity(found, latest) : null,
    credits,
    override: overrideOf(advisory),
  }
}

function headerOf(found: FoundCase, rows: CaseRows, nameOf: (id: string) => string) {
  const { case: row, vault } = found
  const { project, record } = rows
  return {
    id: row.id,
    reference: row.reference,
    title: titleOf(found),
    project: { id: project.id, name: project.name, slug: project.slug },
    isNpmUnasked:
      !environment().NPM_REGISTRY_URL && project.packages.some((purl) => purl.startsWith('pkg:npm/')),
    baseUrl: environment().BASE_URL,
    stage: stageOf(record.facts),
    rating: row.rating,
    isRestricted: row.isRestricted,
    tags: rows.tags,
    isHeld: row.isHeld,
    receivedAt: row.receivedAt,
    handler: row.handlerId === null ? null : { id: row.handlerId, name: nameOf(row.handlerId) },
    handlerAway: rows.handlerAway,
    hasUnreadNews: rows.hasUnreadNews,
    acknowledgedAt: row.acknowledgedAt,
    confirmed:
      row.confirmedAt === null
        ? null
        : {
            at: row.confirmedAt,
            by: row.confirmedBy === null ? '' : nameOf(row.confirmedBy),
            reproduction: row.reproduction
              ? vault.open({ table: 'cases', row: row.id, column: 'reproduction' }, row.reproduction)
              : null,
          },
    announcedAt: row.announcedAt,
    resolution:
      row.resolution === null || row.resolvedAt === null
        ? null
        : { kind: row.resolution, at: row.resolvedAt },
    related: rows.related,
    waitsForReporter: row.waitsForReporter,
    team: rows.team.map(({ personId, name, role }) => ({ id: personId, name, role })),
    participants: rows.participants.map(({ personId, name, as, since }) => ({
      id: personId,
      name,
      as,
      since,
    })),
  }
}

const clocksView = (clocks: readonly Clock[], now: Instant): ClockView[] =>
  clocks.map((clock) => ({
    kind: clock.kind,
    reportId: clock.reportId,
    dueAt: clock.dueAt,
    status: clock.status,
    metAt: clock.metAt,
    metBy: clock.metBy,
    pausedSince: clock.pausedSince,
    label: clockLabel[clock.kind],
    urgency: urgency(clock, now),
    why: clockReason(clock, now),
    pauses: pausesInWords(clock, now),
    timeZone: clock.reason.timeZone,
  }))

function auditView(found: FoundCase, { audit }: CaseRows, nameOf: (id: string) => string): AuditView | null {
  if (audit === null) return null
  const open = (column: 'searched' | 'found' | 'waivedBecause') => {
    const text = audit[column]
    return text ? found.vault.open(auditPlace(found.case.id, column), text) : null
  }
  return {
    waived: audit.waived,
    searched: open('searched'),
    found: open('found'),
    waivedBecause: open('waivedBecause'),
    by: nameOf(audit.recordedBy),
    at: audit.recordedAt,
    version: audit.version,
  }
}

function eventsView(
  found: FoundCase,
  { history, record }: CaseRows,
  nameOf: (id: string) => string,
): EventView[] {
  const lineNames = new Map(record.lines.map(({ status }) => [status.line.id, status.line.name]))
  const names = { person: nameOf, line: (id: string) => lineNames.get(id) ?? 'a removed line' }
  return history
    .map((event) => ({
      position: event.position,
      at: event.at,
      who: whoOf(event),
      what: eventInWords(event as unknown as CaseEvent, names),
      prose: event.prose
        ? found.vault.open(
            { table: 'events', row: `${found.case.id}/${event.position}`, column: 'prose' },
            event.prose,
          )
        : null,
    }))
    .reverse()
}

/** Who touched a task last, by the events that name it. */
const lastTouching = (history: readonly EventRow[]) => (taskId: string) => {
  const last = history.findLast(({ data }) => data.taskId === taskId)
  return last ? whoOf(last) : null
}

function whoOf({ actor, type }: EventRow): string {
  switch (actor.kind) {
    case 'person':
    case 'machine':
      return actor.name
    case 'job':
      return 'The desk'
    case 'reporter':
      return 'The reporter'
    case 'anyone':
      return type === 'report_received' ? 'A reporter' : 'Somebody'
  }
}
