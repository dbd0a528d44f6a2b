import type { Actor } from '@/domain/access/actor'
import { can, type Decision, type Verb } from '@/domain/access/can'
import { acknowledge } from '@/domain/cases/acknowledge'
import { confirmConditions, type ConfirmCondition } from '@/domain/cases/confirm'
import { silenceMayPass, silencePassesAt, waitsForReporter } from '@/domain/cases/conversation'
import { askToResend } from '@/domain/encryption/resend'
import { checkFollowUp } from '@/domain/cases/follow-up'
import { checkMove } from '@/domain/cases/move'
import { finish, reopen } from '@/domain/cases/reopen'
import { checkSplit } from '@/domain/cases/split'
import { isClosed } from '@/domain/cases/stage'
import type { Gate } from '@/domain/embargo/gates'
import { overrideGates } from '@/domain/embargo/override'
import { utcText } from '@/lib/utc-text'
import { nobodyReads } from '@/domain/cases/nobody-reads'
import { hasReporter } from '@/domain/reports/channel'
import type { Result } from '@/lib/result'
import type { Instant } from '@/lib/instant'
import type { AdvisoryRow } from '@/server/advisories/advisory-record'
import { stillHeld } from './case-command'
import { notHeldAnyMore } from './release-held'
import type { CaseRecord } from './case-record'
import type { FoundCase } from './load-case'

/** What can be done on a case page. */
export const caseActs = [
  'release_held',
  'acknowledge',
  'assign_handler',
  'reply_to_reporter',
  'ask_reporter',
  'share_draft',
  'write_note',
  'ask_to_resend',
  'pass_silence',
  'edit_title',
  'tag_case',
  'score_severity',
  'classify_severity',
  'confirm',
  'edit_lines',
  'record_release',
  'yank_release',
  'record_audit',
  'edit_advisory',
  'edit_credit',
  'approve_advisory',
  'withdraw_approval',
  'schedule',
  'cancel_schedule',
  'override_gates',
  'withdraw_override',
  'revise_advisory',
  'answer_embargo',
  'resolve',
  'finish',
  'reopen',
  'restrict',
  'manage_participants',
  'split_case',
  'link_case',
  'unlink_case',
  'move_case',
  'follow_up',
  'hand_to_upstream',
  'check_text',
  'work_on_fix',
  'record_exploitation',
  'meet_milestone',
] as const
export type CaseAct = (typeof caseActs)[number]

/** Acts that ask the permission of another verb. */
const asks: Partial<Record<CaseAct, Verb>> = {
  withdraw_approval: 'approve_advisory',
  cancel_schedule: 'schedule',
  withdraw_override: 'override_gates',
  finish: 'resolve',
  unlink_case: 'link_case',
}

interface ActFacts {
  actor: Actor
  found: FoundCase
  record: CaseRecord
  gates: readonly Gate[]
  advisory: AdvisoryRow | null
  now: Instant
}

/** Whether the actor may do each act now and, if not, why: permission first, then the rule the command asks too. */
export function actsOf(facts: ActFacts): Record<CaseAct, Decision> {
  const { actor, found } = facts
  return Object.fromEntries(
    caseActs.map((act) => {
      const permitted = can(actor, asks[act] ?? (act as Verb), found.subject)
      const reason = permitted.allowed ? hindrance(act, facts) : null
      return [act, reason === null ? permitted : { allowed: false, reason }]
    }),
  ) as Record<CaseAct, Decision>
}

/** The conditions of confirming, as the button's list shows them before the form is filled. */
export const conditionsOf = ({ facts }: CaseRecord): ConfirmCondition[] =>
  confirmConditions(facts, { reproducedBy: null, how: '' })

const reasonOf = (result: Result<unknown, { reason: string }>): string | null =>
  result.ok ? null : result.refusal.reason

function hindrance(act: CaseAct, { actor, found, record, gates, advisory, now }: ActFacts): string | null {
  const { facts } = record
  const announced = found.case.announcedAt !== null
  const noAdvisory = advisory === null ? 'The advisory begins when the case is confirmed.' : null
  if (found.case.isHeld && act !== 'release_held' && act !== 'resolve') return stillHeld
  switch (act) {
    case 'release_held':
      return found.case.isHeld ? null : notHeldAnyMore
    case 'acknowledge':
      return reasonOf(acknowledge(facts, actor.kind === 'person' ? actor.personId : '', now))
    case 'reply_to_reporter':
    case 'ask_reporter':
      return record.reports.some(({ channel }) => hasReporter(channel)) ? null : nobodyReads
    case 'ask_to_resend':
      return resendHindrance(record)
    case 'pass_silence':
      return silenceHindrance(record, now)
    case 'confirm':
      return (
        conditionsOf(record).find(
          ({ code, isMet, isRequired }) => isRequired && !isMet && code !== 'reproduced',
        )?.reason ?? null
      )
    case 'edit_lines':
    case 'record_release':
      return record.lines.length === 0 ? 'Lines are listed once the case is acknowledged.' : null
    case 'edit_advisory':
      return noAdvisory
    case 'share_draft':
      return announced ? 'The advisory is published: everybody can read it.' : noAdvisory
    case 'approve_advisory':
      return (
        noAdvisory ?? (advisory?.approvedVersion === advisory?.version ? 'This version is approved.' : null)
      )
    case 'withdraw_approval':
      return (advisory?.approvedVersion ?? null) === null ? 'Nobody has approved the advisory.' : null
    case 'schedule':
      return announced
        ? 'The advisory is published already.'
        : facts.resolution !== null
          ? 'The case is closed. Reopen it first.'
          : (noAdvisory ?? waitHindrance(record, advisory))
    case 'cancel_schedule':
      return announced || (advisory?.scheduledFor ?? null) === null ? 'Nothing is scheduled.' : null
    case 'override_gates':
      return announced
        ? 'The advisory is published already.'
        : (noAdvisory ??
            reasonOf(
              overrideGates(
                { ground: 'leaked', text: null },
                gates.filter((gate) => !gate.isMet),
              ),
            ))
    case 'withdraw_override':
      return (advisory?.overrideGround ?? null) === null ? 'No gate is overridden.' : null
    case 'revise_advisory':
      return announced ? null : 'The advisory is not published yet.'
    case 'resolve':
      return isClosed(facts)
        ? 'This case is closed already.'
        : announced
          ? 'The advisory is published. Correct or withdraw it there.'
          : null
    case 'split_case':
      if (record.reports.length === 0) return 'The team opened this case itself: there is no report to split.'
      return reasonOf(checkSplit(facts))
    case 'link_case':
      return found.case.duplicateOf === null ? null : 'This case is linked to the one it repeats already.'
    case 'unlink_case':
      return found.case.duplicateOf === null
        ? 'This case is not linked to another.'
        : found.case.resolution === 'duplicate'
          ? 'It is closed as a duplicate. Reopen it: that undoes the link too.'
          : null
    case 'hand_to_upstream':
      return facts.handlerId === null ? 'Nobody answers for this case yet. Acknowledge it first.' : null
    case 'move_case':
      return reasonOf(
        checkMove(facts, { from: found.case.projectId, to: '', isLinked: found.case.duplicateOf !== null }),
      )
    case 'follow_up':
      return reasonOf(checkFollowUp({ ...found.case, before: [] }, null))
    case 'finish':
      return reasonOf(finish(facts, now))
    case 'reopen':
      return reasonOf(reopen(facts, 'asked', now))
    default:
      return null
  }
}

function waitHindrance({ notBefore }: CaseRecord, advisory: AdvisoryRow | null): string | null {
  if (notBefore.waitsFor.length === 0 || advisory?.overriddenGates?.includes('not_before')) return null
  return `The earliest announcement is not known yet: ${notBefore.waitsFor.join(', ')} must be released first.`
}

function resendHindrance({ events, reports }: CaseRecord): string | null {
  const asked = reports.map(({ id }) => askToResend(events, id))
  return asked.some(({ ok }) => ok) ? null : reasonOf(asked[0] ?? { ok: true, value: null })
}

function silenceHindrance({ events, reports, terms }: CaseRecord, now: Instant): string | null {
  if (silenceMayPass(events, terms, now).length > 0) return null
  const asked = reports.find((report) => waitsForReporter(events, report.id) !== null)
  const passes = asked ? silencePassesAt(events, terms, asked.id) : null
  return passes === null
    ? 'No answer of the reporter is awaited.'
    : `The policy waits ${terms.silenceDays} days for an answer: until ${utcText(passes)}.`
}
