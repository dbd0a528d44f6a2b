import { z } from 'zod'
import type { Decision } from '@/domain/access/can'
import { can } from '@/domain/access/can'
import type { Writing } from '@/domain/attention/writing'
import type { ConfirmCondition } from '@/domain/cases/confirm'
import { caseTimeline, type CaseTimeline } from '@/domain/cases/case-timeline'
import { linkedDuplicates } from '@/domain/cases/linked-duplicates'
import type { NextStep } from '@/domain/cases/next-step'
import { agreedUntil } from '@/domain/embargo/counter-proposal'
import type { Gate } from '@/domain/embargo/gates'
import { shorterEmbargo } from '@/domain/embargo/shorter-embargo'
import type { CraRole } from '@/domain/exploitation/cra-role'
import { exploitationOf, type Exploitation } from '@/domain/exploitation/exploitation'
import type { Weakness } from '@/domain/severity/weakness'
import type { Instant } from '@/lib/instant'
import { gatesFrom, openDraft, overrideOf, type AdvisoryRecord } from '@/server/advisories/advisory-record'
import { openDrafts, type KeptDraft } from '@/server/attention/draft-rows'
import { fixView, type FixView } from '@/server/fixes/fix-view'
import { query } from '@/server/kernel/query'
import type { HandoverView } from '@/server/upstreams/handover-rows'
import { actsOf, conditionsOf, type CaseAct } from './case-view-acts'
import { advisoryView, type AdvisoryView } from './case-view-advisory'
import { auditView, type AuditView } from './case-view-audit'
import { clocksView, type ClockView } from './case-view-clocks'
import { messagesView, reportsView, type MessageView, type ReportView } from './case-view-conversation'
import { datesView, type DatesView } from './case-view-dates'
import { headerOf, type CaseHeader } from './case-view-header'
import { linesView, type LineView } from './case-view-lines'
import { lastTouching, namesOf } from './case-view-names'
import { nextStepView } from './case-view-next-step'
import { personalDataView, type PersonalDataView } from './case-view-personal-data'
import { proposalsView, type ProposalView } from './case-view-proposals'
import { severityView, type AssessmentView, type OpinionView, type PaceView } from './case-view-severity'
import { readCaseRows, type CaseRows } from './case-view-rows'
import { caseName, loadCase, type FoundCase } from './load-case'
import { openSeverity } from './severity-record'

/** Everything a case page shows, for this actor and moment; plain JSON. */
export interface CaseView extends CaseHeader, DatesView {
  /** A suggestion to announce earlier, because somebody else found it too; null: no reason to. */
  shorterEmbargo: string | null
  /** Upstreams that were told, the earliest first. */
  handovers: HandoverView[]
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
  /** Empty once the case is closed. */
  personalData: PersonalDataView[]
  timeline: CaseTimeline
  /** Of the newest event, which is how far somebody who sees this has read. */
  lastPosition: number
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
    const dates = datesView(found, record, now)
    const scheduledFor = advisory && advisory.row.suspendedAt === null ? advisory.row.scheduledFor : null
    return {
      ...headerOf(found, rows, nameOf, now),
      ...dates,
      reporterDates: reads('read_conversation') ? dates.reporterDates : [],
      shorterEmbargo: shorterEmbargo({
        isAnnounced: found.case.announcedAt !== null,
        otherFinders: record.reports.length - 1 + linkedDuplicates(record.events).length,
      }),
      handovers: rows.handovers,
      clocks: clocksView([...record.milestones, ...record.clocks], now),
      next: nextStepView(found, rows, {
        gates,
        needsDate: dates.negotiation.state === 'needed',
        isScheduled: scheduledFor !== null,
      }),
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
      personalData: personalDataView(found, rows),
      timeline: caseTimeline({
        receivedAt: found.case.receivedAt,
        events: record.events,
        clocks: record.clocks,
        agreedUntil: agreedUntil(record.proposals, now),
        longestEmbargoDays: record.terms.embargo.longestDays,
        notBefore: record.notBefore.at,
        delayDays: record.terms.announce.delayDays,
        scheduledFor,
        announcedAt: found.case.announcedAt,
      }),
      lastPosition: rows.history.at(-1)?.position ?? 1,
    }
  },
})

/** The advisory of the case with its draft and the newest severity opened; null: there is none yet. */
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
