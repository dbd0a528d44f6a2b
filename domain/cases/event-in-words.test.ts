import { expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { CaseEvent, CaseEventType } from './case-event'
import { caseEventData } from './case-event'
import { eventInWords } from './event-in-words'

const names = { person: (id: string) => `Person ${id}`, line: (id: string) => `line ${id}` }
const at = toInstant('2026-11-20T21:00:00Z')

/** What each event says, after the name of who did it. */
const said: { [Type in CaseEventType]: [Extract<CaseEvent, { type: Type }>['data'], string] } = {
  report_received: [{ reportId: 'r', channel: 'github_advisory' }, 'sent a report (github advisory)'],
  held_released: [{}, 'released the report, which was held'],
  acknowledged: [{ handlerId: 'a' }, 'acknowledged; Person a answers for the case'],
  assignment_undone: [
    { from: 'a', to: 'b' },
    'took the assignment to Person a back; Person b answers for the case again',
  ],
  handler_assigned: [{ from: 'a', to: 'b' }, 'handed the case over from Person a to Person b'],
  message_sent: [{ messageId: 'm', reportId: 'r' }, 'wrote to the reporter'],
  responded: [{ messageId: 'm', reportId: 'r' }, 'told the reporter what happens next'],
  question_asked: [{ messageId: 'm', reportId: 'r' }, 'asked the reporter a question'],
  reporter_replied: [{ messageId: 'm', reportId: 'r' }, 'replied'],
  could_not_decrypt: [
    { messageId: 'm', reportId: 'r' },
    'could not decrypt what the reporter sent, and asked for it again',
  ],
  reporter_key_changed: [{ reportId: 'r' }, 'changed their OpenPGP key'],
  reporter_terms_changed: [{ reportId: 'r' }, 'changed their terms'],
  personal_data_reported: [{ reportId: 'r' }, 'came across personal data of others'],
  news_chosen: [{ reportId: 'r', byMail: false }, 'asked for no mail about news'],
  receipt_renewed: [{ reportId: 'r' }, 'got a new receipt in place of a lost one'],
  report_withdrawn: [{ reportId: 'r' }, 'withdrew the report'],
  draft_shared: [{ reportId: 'r' }, 'shared the draft of the advisory with the reporter'],
  draft_unshared: [{ reportId: 'r' }, 'took the draft of the advisory back'],
  verification_asked: [
    { reportId: 'r', lineId: '1', version: '1.0.1' },
    'asked the reporter to verify 1.0.1 on line 1',
  ],
  fix_verified: [{ reportId: 'r', lineId: '1', version: '1.0.1' }, 'verified the fix in 1.0.1 on line 1'],
  fix_failed: [{ reportId: 'r', lineId: '1', version: '1.0.1' }, 'found line 1 still vulnerable in 1.0.1'],
  reminder_sent: [{ reportId: 'r' }, 'reminded the team'],
  silence_passed: [{ reportId: 'r' }, 'went on without the reporter’s answer'],
  escalated: [
    { promise: 'keep_informed:r', to: 'lead' },
    'told the lead that a promise is overdue (keep informed)',
  ],
  promise_near: [
    { promise: 'respond:r' },
    'told who answers for the case that a promise is due soon (respond)',
  ],
  note_added: [{ messageId: 'm' }, 'wrote an internal note'],
  title_changed: [{}, 'changed the title'],
  tagged: [{ tagId: 'a' }, 'put a tag on the case'],
  untagged: [{ tagId: 'a' }, 'took a tag off the case'],
  severity_classified: [
    { assessmentId: 's', rating: 'high', cwes: ['CWE-22'] },
    'classified the severity: high, CWE-22',
  ],
  confirmed: [
    { reproducedBy: 'a', affectedLineIds: ['1', '2'] },
    'confirmed the vulnerability on line 1, line 2',
  ],
  line_changed: [
    { lineId: '1', affectedness: 'affected', plan: 'fix', work: 'in_review' },
    'marked line 1 affected, to be fixed: in review',
  ],
  patch_released: [
    { lineId: '1', version: '1.0.1', releasedAt: at },
    'recorded 1.0.1 as the patch release of line 1',
  ],
  release_checked: [
    { lineId: '1', version: '1.0.1', package: '@marmotte/core', change: 'vanished' },
    'asked npm about @marmotte/core@1.0.1: it is not there any more',
  ],
  release_yanked: [{ lineId: '1', version: '1.0.1' }, 'recorded that 1.0.1 was taken back on line 1'],
  audit_recorded: [{ waived: true }, 'waived the audit for similar problems'],
  advisory_edited: [{ version: 2 }, 'edited the advisory (version 2)'],
  advisory_approved: [{ version: 2 }, 'approved the advisory (version 2)'],
  approval_withdrawn: [{ version: 2 }, 'took the approval back'],
  announcement_scheduled: [
    { scheduledFor: at, timeZone: 'UTC' },
    'scheduled the announcement for 20 Nov 2026, 21:00 UTC',
  ],
  schedule_cancelled: [{}, 'cancelled the schedule'],
  schedule_suspended: [
    { openGates: ['lines', 'not_before'] },
    'suspended the schedule; closed: lines, not before',
  ],
  gates_overridden: [{ ground: 'leaked', openGates: ['not_before'] }, 'overrode not before: it has leaked'],
  override_withdrawn: [{}, 'took the override back'],
  embargo_countered: [
    { proposalId: 'e', until: at },
    'proposed 20 Nov 2026, 21:00 UTC as the end of the embargo',
  ],
  embargo_answered: [{ proposalId: 'e', accepted: false }, 'declined the embargo date'],
  advisory_published: [{ revision: 1 }, 'published the advisory'],
  advisory_revised: [{ revision: 2, kind: 'late_fix' }, 'added a further fix to the advisory (revision 2)'],
  credit_changed: [{ creditId: 'c' }, 'changed the credit'],
  resolved: [{ resolution: 'duplicate' }, 'closed the case: duplicate'],
  reopened: [{}, 'reopened the case'],
  finished: [{}, 'finished the case'],
  audit_case_opened: [{ caseId: 'x' }, 'opened a case for what the audit found'],
  found_by_audit: [{ fromCaseId: 'x' }, 'opened this case for what the audit of another one found'],
  followed_up: [{ caseId: 'x' }, 'named a case that follows this one'],
  follows: [{ caseId: 'x' }, 'said that this case follows another one'],
  moved: [{ from: 'x', to: 'y' }, 'moved the case to another project'],
  severity_scored: [{ rating: 'high' }, 'scored the severity: high'],
  pace_chosen: [{ pace: 'out_of_cycle' }, 'answered the questions about the pace: out of cycle'],
  split_into: [{ caseId: 'x', reportId: 'r' }, 'split the report: a second case was opened'],
  split_off: [
    { fromCaseId: 'x', reportId: 'r', carried: 2 },
    'opened this case by splitting a report; what follows at earlier instants was carried over',
  ],
  linked: [{ toCaseId: 'x' }, 'linked this case to the one it repeats'],
  unlinked: [{ fromCaseId: 'x' }, 'undid the link to the case it repeated'],
  duplicate_linked: [{ caseId: 'x' }, 'linked a case that repeats this one'],
  duplicate_unlinked: [{ caseId: 'x' }, 'undid the link of a case that repeated this one'],
  upstream_told: [
    { handoverId: 'h', toldAt: at, chaseAt: at },
    'told the upstream; they are asked again on 20 Nov 2026, 21:00 UTC if they do not answer',
  ],
  upstream_answered: [{ handoverId: 'h' }, 'recorded the upstream’s answer'],
  upstream_chased: [{ handoverId: 'h' }, 'reminded the handler that the upstream has not answered'],
  upstream_asked_again: [
    { handoverId: 'h', askedAt: at, chaseAt: at },
    'asked the upstream again; the next time is 20 Nov 2026, 21:00 UTC if they do not answer',
  ],
  upstream_given_up: [{ handoverId: 'h' }, 'stopped asking the upstream'],
  backport_requested: [{ requestId: 'q', lineId: '1' }, 'asked for a fix on line 1'],
  backport_decided: [{ requestId: 'q', lineId: '1', accepted: true }, 'accepted the backport to line 1'],
  participant_added: [{ personId: 'a', as: 'collaborator' }, 'put Person a on the case as collaborator'],
  participant_removed: [{ personId: 'a' }, 'took Person a off the case'],
  checklist_ticked: [
    { entry: 'tests', by: 'a' },
    'ticked “Tests that fail without the fix” off the checklist',
  ],
  checklist_unticked: [{ entry: 'cve' }, 'put “CVE id” back on the checklist'],
  task_added: [
    { taskId: 't', ownerId: 'a', dueAt: at },
    'added a task for Person a, due 20 Nov 2026, 21:00 UTC',
  ],
  task_changed: [{ taskId: 't', ownerId: null, dueAt: null }, 'changed a task'],
  task_done: [{ taskId: 't' }, 'finished a task'],
  task_reopened: [{ taskId: 't' }, 'opened a finished task again'],
  exploitation_recorded: [
    { knownSince: at },
    'recorded active exploitation, known since 20 Nov 2026, 21:00 UTC',
  ],
  exploitation_withdrawn: [{}, 'took the record of active exploitation back'],
  release_note_changed: [{ moment: 'before', isOwn: true }, 'wrote the release note for the patch release'],
  milestone_met: [
    { milestone: 'cra_early_warning', sentAt: at },
    'recorded the early warning under the Cyber Resilience Act as sent 20 Nov 2026, 21:00 UTC',
  ],
  milestone_dismissed: [
    { milestone: 'cra_notification' },
    'recorded the vulnerability notification under the Cyber Resilience Act as not owed',
  ],
  milestone_reopened: [
    { milestone: 'cra_final_report' },
    'recorded the final report under the Cyber Resilience Act as neither sent nor dismissed',
  ],
  restriction_changed: [{ isRestricted: true }, 'restricted the case to leads and the people on it'],
}

it.each(Object.entries(said))('%s', (type, [data, words]) => {
  expect(eventInWords({ type, at, data } as CaseEvent, names)).toBe(words)
})

it('has words for every event there is', () => {
  expect(Object.keys(said).sort()).toEqual(Object.keys(caseEventData).sort())
})

it.each([
  [{ affectedness: 'unknown', plan: null, work: null }, 'made line 1 an open question again'],
  [{ affectedness: 'not_affected', plan: null, work: null }, 'marked line 1 not affected'],
  [{ affectedness: 'affected', plan: 'wont_fix', work: null }, 'decided that line 1 gets no fix'],
  [
    { affectedness: 'affected', plan: 'out_of_support', work: null },
    'marked line 1 affected, out of support',
  ],
] as const)('a line that became %o', (data, words) => {
  expect(eventInWords({ type: 'line_changed', at, data: { lineId: '1', ...data } }, names)).toBe(words)
})
