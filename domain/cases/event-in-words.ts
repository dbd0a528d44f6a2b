import { utcText } from '@/lib/utc-text'
import { overrideTitles } from '@/domain/embargo/override'
import { ratingLabel, type Rating } from '@/domain/severity/rating'
import { paceLabel, type Pace } from '@/domain/severity/ssvc'
import { milestoneTitle } from '@/domain/exploitation/milestone'
import { entryTitle } from '@/domain/fixes/checklist-entry'
import type { Instant } from '@/lib/instant'
import type { EvidenceChange } from '@/domain/backports/release-evidence'
import type { CaseEvent } from './case-event'
import { resolutionDemands } from './resolutions'

const changeInWords: Readonly<Record<EvidenceChange, string>> = {
  found: 'it is there',
  not_there: 'it is not there',
  vanished: 'it is not there any more',
  deprecated: 'it was deprecated',
  undeprecated: 'it is not deprecated any more',
  content_changed: 'its content is another one',
}

/** Names of what events only hold the id of. */
export interface EventNames {
  person(id: string): string
  line(id: string): string
}

const works = {
  todo: 'to do',
  in_progress: 'in progress',
  in_review: 'in review',
  merged: 'merged',
  released: 'released',
  verified: 'verified',
} as const

function lineChange(
  { affectedness, plan, work }: Extract<CaseEvent, { type: 'line_changed' }>['data'],
  name: string,
): string {
  if (affectedness === 'unknown') return `made ${name} an open question again`
  if (affectedness === 'not_affected') return `marked ${name} not affected`
  if (plan === 'wont_fix') return `decided that ${name} gets no fix`
  if (plan === 'out_of_support') return `marked ${name} affected, out of support`
  return `marked ${name} affected, to be fixed${work ? `: ${works[work]}` : ''}`
}

const forWhom = (task: { ownerId: string | null; dueAt: Instant | null }, names: EventNames): string =>
  `${task.ownerId === null ? '' : ` for ${names.person(task.ownerId)}`}${task.dueAt === null ? '' : `, due ${utcText(task.dueAt)}`}`

const gateNames = (codes: readonly string[]) => codes.map((code) => code.replaceAll('_', ' ')).join(', ')

const promiseInWords = ({ promise }: { promise: string }) => promise.split(':')[0]?.replaceAll('_', ' ')

const revisions = {
  correction: 'published a correction',
  withdrawal: 'withdrew the advisory',
  late_fix: 'added a further fix to the advisory',
} as const

/** What happened, to follow the name of who did it: “Ana | marked 2.4.x affected, to be fixed: in review”. */
export function eventInWords(event: CaseEvent, names: EventNames): string {
  switch (event.type) {
    case 'report_received':
      return `sent a report (${event.data.channel.replaceAll('_', ' ')})`
    case 'acknowledged':
      return `acknowledged; ${names.person(event.data.handlerId)} answers for the case`
    case 'handler_assigned':
      return event.data.from === null
        ? `made ${names.person(event.data.to)} the handler`
        : `handed the case over from ${names.person(event.data.from)} to ${names.person(event.data.to)}`
    case 'assignment_undone':
      return event.data.to === null
        ? `took the assignment to ${names.person(event.data.from)} back`
        : `took the assignment to ${names.person(event.data.from)} back; ${names.person(event.data.to)} answers for the case again`
    case 'message_sent':
      return 'wrote to the reporter'
    case 'responded':
      return 'told the reporter what happens next'
    case 'question_asked':
      return 'asked the reporter a question'
    case 'reporter_replied':
      return 'replied'
    case 'could_not_decrypt':
      return 'could not decrypt what the reporter sent, and asked for it again'
    case 'reporter_key_changed':
      return 'changed their OpenPGP key'
    case 'reporter_terms_changed':
      return 'changed their terms'
    case 'personal_data_reported':
      return 'came across personal data of others'
    case 'news_chosen':
      return event.data.byMail ? 'asked for a mail when there is news' : 'asked for no mail about news'
    case 'receipt_renewed':
      return 'got a new receipt in place of a lost one'
    case 'report_withdrawn':
      return 'withdrew the report'
    case 'draft_shared':
      return 'shared the draft of the advisory with the reporter'
    case 'draft_unshared':
      return 'took the draft of the advisory back'
    case 'verification_asked':
      return `asked the reporter to verify ${event.data.version} on ${names.line(event.data.lineId)}`
    case 'fix_verified':
      return `verified the fix in ${event.data.version} on ${names.line(event.data.lineId)}`
    case 'fix_failed':
      return `found ${names.line(event.data.lineId)} still vulnerable in ${event.data.version}`
    case 'reminder_sent':
      return 'reminded the team'
    case 'silence_passed':
      return 'went on without the reporter’s answer'
    case 'escalated':
      return `told the ${event.data.to} that a promise is overdue (${promiseInWords(event.data)})`
    case 'promise_near':
      return `told who answers for the case that a promise is due soon (${promiseInWords(event.data)})`
    case 'note_added':
      return 'wrote an internal note'
    case 'title_changed':
      return 'changed the title'
    case 'tagged':
      return 'put a tag on the case'
    case 'untagged':
      return 'took a tag off the case'
    case 'severity_classified':
      return `classified the severity: ${ratingLabel[event.data.rating as Rating]?.toLowerCase() ?? event.data.rating}${event.data.cwes.length > 0 ? `, ${event.data.cwes.join(', ')}` : ''}`
    case 'severity_scored':
      return `scored the severity: ${ratingLabel[event.data.rating as Rating]?.toLowerCase() ?? event.data.rating}`
    case 'pace_chosen':
      return `answered the questions about the pace: ${paceLabel[event.data.pace as Pace]?.toLowerCase() ?? event.data.pace}`
    case 'confirmed':
      return `confirmed the vulnerability on ${event.data.affectedLineIds.map(names.line).join(', ')}`
    case 'line_changed':
      return lineChange(event.data, names.line(event.data.lineId))
    case 'patch_released':
      return `recorded ${event.data.version} as the patch release of ${names.line(event.data.lineId)}`
    case 'release_checked':
      return `asked npm about ${event.data.package}@${event.data.version}: ${changeInWords[event.data.change]}`
    case 'release_yanked':
      return `recorded that ${event.data.version} was taken back on ${names.line(event.data.lineId)}`
    case 'audit_recorded':
      return event.data.waived
        ? 'waived the audit for similar problems'
        : 'recorded the audit for similar problems'
    case 'advisory_edited':
      return `edited the advisory (version ${event.data.version})`
    case 'advisory_approved':
      return `approved the advisory (version ${event.data.version})`
    case 'approval_withdrawn':
      return 'took the approval back'
    case 'announcement_scheduled':
      return `scheduled the announcement for ${utcText(event.data.scheduledFor)}`
    case 'schedule_cancelled':
      return 'cancelled the schedule'
    case 'schedule_suspended':
      return `suspended the schedule; closed: ${gateNames(event.data.openGates)}`
    case 'gates_overridden':
      return `overrode ${gateNames(event.data.openGates)}: ${overrideTitles[event.data.ground].toLowerCase()}`
    case 'override_withdrawn':
      return 'took the override back'
    case 'embargo_countered':
      return `proposed ${utcText(event.data.until)} as the end of the embargo`
    case 'embargo_answered':
      return event.data.atOnce
        ? 'shortened the embargo, which stands without an answer'
        : event.data.accepted
          ? 'accepted the embargo date'
          : 'declined the embargo date'
    case 'advisory_published':
      return 'published the advisory'
    case 'advisory_revised':
      return `${revisions[event.data.kind]} (revision ${event.data.revision})`
    case 'credit_changed':
      return 'changed the credit'
    case 'resolved':
      return `closed the case: ${resolutionDemands[event.data.resolution].title.toLowerCase()}`
    case 'reopened':
      return 'reopened the case'
    case 'finished':
      return 'finished the case'
    case 'followed_up':
      return 'named a case that follows this one'
    case 'follows':
      return 'said that this case follows another one'
    case 'audit_case_opened':
      return 'opened a case for what the audit found'
    case 'found_by_audit':
      return 'opened this case for what the audit of another one found'
    case 'moved':
      return 'moved the case to another project'
    case 'split_into':
      return 'split the report: a second case was opened'
    case 'split_off':
      return 'opened this case by splitting a report; what follows at earlier instants was carried over'
    case 'linked':
      return 'linked this case to the one it repeats'
    case 'unlinked':
      return 'undid the link to the case it repeated'
    case 'duplicate_linked':
      return 'linked a case that repeats this one'
    case 'duplicate_unlinked':
      return 'undid the link of a case that repeated this one'
    case 'upstream_told':
      return `told the upstream; they are asked again on ${utcText(event.data.chaseAt)} if they do not answer`
    case 'upstream_answered':
      return 'recorded the upstream’s answer'
    case 'upstream_chased':
      return 'reminded the handler that the upstream has not answered'
    case 'upstream_asked_again':
      return `asked the upstream again; the next time is ${utcText(event.data.chaseAt)} if they do not answer`
    case 'upstream_given_up':
      return 'stopped asking the upstream'
    case 'backport_requested':
      return `asked for a fix on ${names.line(event.data.lineId)}`
    case 'backport_decided':
      return event.data.accepted
        ? `accepted the backport to ${names.line(event.data.lineId)}`
        : `declined the backport to ${names.line(event.data.lineId)}`
    case 'participant_added':
      return `put ${names.person(event.data.personId)} on the case as ${event.data.as}`
    case 'participant_removed':
      return `took ${names.person(event.data.personId)} off the case`
    case 'held_released':
      return 'released the report, which was held'
    case 'checklist_ticked':
      return `ticked “${entryTitle[event.data.entry]}” off the checklist`
    case 'checklist_unticked':
      return `put “${entryTitle[event.data.entry]}” back on the checklist`
    case 'task_added':
      return `added a task${forWhom(event.data, names)}`
    case 'task_changed':
      return `changed a task${forWhom(event.data, names)}`
    case 'task_done':
      return 'finished a task'
    case 'task_reopened':
      return 'opened a finished task again'
    case 'exploitation_recorded':
      return `recorded active exploitation, known since ${utcText(event.data.knownSince)}`
    case 'exploitation_withdrawn':
      return 'took the record of active exploitation back'
    case 'release_note_changed': {
      const note = `the release note for ${event.data.moment === 'before' ? 'the patch release' : 'the announcement'}`
      return event.data.isOwn ? `wrote ${note}` : `took the generated text again as ${note}`
    }
    case 'milestone_met':
      return `recorded the ${milestoneTitle[event.data.milestone].toLowerCase()} under the Cyber Resilience Act as sent ${utcText(event.data.sentAt)}`
    case 'milestone_dismissed':
      return `recorded the ${milestoneTitle[event.data.milestone].toLowerCase()} under the Cyber Resilience Act as not owed`
    case 'milestone_reopened':
      return `recorded the ${milestoneTitle[event.data.milestone].toLowerCase()} under the Cyber Resilience Act as neither sent nor dismissed`
    case 'restriction_changed':
      return event.data.isRestricted
        ? 'restricted the case to leads and the people on it'
        : 'lifted the restriction'
  }
}
