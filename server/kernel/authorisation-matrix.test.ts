import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Subject } from '@/domain/access/actor'
import { can, type Verb } from '@/domain/access/can'
import { verbs } from '@/domain/access/verbs'
import { operations } from './operation'

const person = (more: Partial<Extract<Actor, { kind: 'person' }>> = {}): Actor => ({
  kind: 'person',
  personId: 'somebody',
  name: 'Somebody',
  isOwner: false,
  roles: {},
  cases: {},
  ...more,
})

/** In the order of the columns below. */
const actors: Record<string, Actor> = {
  a: { kind: 'anyone' },
  r: { kind: 'reporter', reportId: 'of this case' },
  x: { kind: 'reporter', reportId: 'of another case' },
  o: person({ roles: { project: 'observer' } }),
  h: person({ roles: { project: 'handler' } }),
  l: person({ roles: { project: 'lead' } }),
  O: person({ isOwner: true }),
  c: person({ cases: { case: 'collaborator' } }),
  s: person({ roles: { elsewhere: 'lead' }, cases: { another: 'handler' } }),
  j: { kind: 'job', job: 'a job' },
}

/** What is acted on: an ordinary case of the project, a request to it, a view its team shares, the project, the desk, and everybody's own account. */
const subjects: Record<Subject['kind'], Subject> = {
  instance: { kind: 'instance' },
  account: { kind: 'account', personId: 'somebody' },
  project: { kind: 'project', projectId: 'project' },
  view: { kind: 'view', personId: 'another', projectId: 'project' },
  request: { kind: 'request', projectId: 'project', requestId: 'of this case' },
  case: {
    kind: 'case',
    projectId: 'project',
    caseId: 'case',
    isRestricted: false,
    reportIds: ['of this case'],
    handlerId: null,
    advisoryEditorId: null,
  },
}

/**
 * Every operation: its kind, its verb, and who may do it. Columns: anyone, the case's reporter, another reporter, observer,
 * handler, lead, owner, collaborator, a person with nothing here, a job. A letter: allowed.
 */
const expected: Record<string, string> = {
  'advisories.addCredit': /*              */ 'command edit_credit          . . . . h l O . . .',
  'advisories.approve': /*                */ 'command approve_advisory     . . . . h l O . . .',
  'advisories.cancelSchedule': /*         */ 'command schedule             . . . . h l O . . .',
  'advisories.changeCredit': /*           */ 'command edit_credit          . . . . h l O . . .',
  'advisories.correct': /*                */ 'command revise_advisory      . . . . h l O . . .',
  'advisories.deskList': /*               */ 'query   browse_projects      a r x o h l O c s j',
  'advisories.edit': /*                   */ 'command edit_advisory        . . . . h l O . . .',
  'advisories.overrideGates': /*          */ 'command override_gates       . . . . . l O . . .',
  'advisories.preview': /*                */ 'query   view_case            . . . o h l O c . j',
  'advisories.public': /*                 */ 'query   view_public          a r x o h l O c s j',
  'advisories.publicAcknowledgements': /*  */ 'query   view_public          a r x o h l O c s j',
  'advisories.publicList': /*             */ 'query   view_public          a r x o h l O c s j',
  'advisories.publish': /*                */ 'command publish              . . . . . . . . . j',
  'advisories.schedule': /*               */ 'command schedule             . . . . h l O . . .',
  'advisories.withdraw': /*               */ 'command revise_advisory      . . . . h l O . . .',
  'advisories.withdrawApproval': /*       */ 'command approve_advisory     . . . . h l O . . .',
  'advisories.withdrawOverride': /*       */ 'command override_gates       . . . . . l O . . .',
  'alerts.connectGithub': /*              */ 'command manage_connections   . . . . . l O . . .',
  'alerts.disconnectGithub': /*           */ 'command manage_connections   . . . . . l O . . .',
  'alerts.dismiss': /*                    */ 'command triage_alerts        . . . . h l O . . .',
  'alerts.markFixed': /*                  */ 'command triage_alerts        . . . . h l O . . .',
  'alerts.queue': /*                      */ 'query   list_alerts          . . . o h l O c s .',
  'alerts.receive': /*                    */ 'command receive_alert        . . . . . . . . . .',
  'alerts.reopen': /*                     */ 'command triage_alerts        . . . . h l O . . .',
  'alerts.take': /*                       */ 'command triage_alerts        . . . . h l O . . .',
  'alerts.view': /*                       */ 'query   view_alerts          . . . o h l O . . .',
  'assessments.acceptFinding': /*         */ 'command assess_release       . . . . h l O . . .',
  'assessments.addFinding': /*            */ 'command assess_release       . . . . h l O . . .',
  'assessments.begin': /*                 */ 'command assess_release       . . . . h l O . . .',
  'assessments.change': /*                */ 'command assess_release       . . . . h l O . . .',
  'assessments.changeFinding': /*         */ 'command assess_release       . . . . h l O . . .',
  'assessments.finish': /*                */ 'command assess_release       . . . . h l O . . .',
  'assessments.ofProject': /*             */ 'query   view_assessments     . . . o h l O . . .',
  'assessments.openFindingCase': /*       */ 'command assess_release       . . . . h l O . . .',
  'assessments.releaseGate': /*           */ 'query   ask_release_gate     . . . o h l O . . .',
  'assessments.reopen': /*                */ 'command assess_release       . . . . h l O . . .',
  'assessments.reopenFinding': /*         */ 'command assess_release       . . . . h l O . . .',
  'assessments.view': /*                  */ 'query   view_assessments     . . . o h l O . . .',
  'attention.keepUnread': /*              */ 'command attend_case          . . . o h l O c . .',
  'attention.leave': /*                   */ 'command attend_case          . . . o h l O c . .',
  'attention.look': /*                    */ 'command attend_case          . . . o h l O c . .',
  'attention.lookers': /*                 */ 'query   attend_case          . . . o h l O c . .',
  'cases.addTask': /*                     */ 'command work_on_fix          . . . . h l O c . .',
  'cases.changeTask': /*                  */ 'command work_on_fix          . . . . h l O c . .',
  'cases.checkText': /*                   */ 'query   check_text           . . . o h l O c . j',
  'cases.dismissMilestone': /*            */ 'command meet_milestone       . . . . h l O . . .',
  'cases.finishTask': /*                  */ 'command work_on_fix          . . . . h l O c . .',
  'cases.mail': /*                        */ 'query   read_raw_mail        . . . . h l O . . .',
  'cases.meetMilestone': /*               */ 'command meet_milestone       . . . . h l O . . .',
  'cases.recordExploitation': /*          */ 'command record_exploitation  . . . . h l O . . .',
  'cases.reopenMilestone': /*             */ 'command meet_milestone       . . . . h l O . . .',
  'cases.tickEntry': /*                   */ 'command work_on_fix          . . . . h l O c . .',
  'cases.writeReleaseNote': /*            */ 'command work_on_fix          . . . . h l O c . .',
  'cases.withdrawExploitation': /*        */ 'command record_exploitation  . . . . h l O . . .',
  'policies.whatIf': /*                   */ 'query   edit_policy          . . . . . l O . . .',
  'projects.chooseCraRole': /*            */ 'command edit_project         . . . . . l O . . .',
  'backports.recordEvidence': /*          */ 'command check_release        . . . . . . . . . j',
  'backports.releaseToCheck': /*          */ 'query   check_release        . . . . . . . . . j',
  'backports.sweep': /*                   */ 'command sweep_cases          . . . . . . . . . j',
  'cases.acknowledge': /*                 */ 'command acknowledge          . . . . h l O . . .',
  'cases.addParticipant': /*              */ 'command manage_participants  . . . . h l O . . .',
  'cases.answerEmbargo': /*               */ 'command answer_embargo       . . . . h l O . . .',
  'cases.askReporter': /*                 */ 'command ask_reporter         . . . . h l O . . .',
  'cases.askToResend': /*                 */ 'command ask_to_resend        . . . . h l O . . .',
  'cases.askToVerify': /*                   */ 'command ask_reporter         . . . . h l O . . .',
  'cases.assignHandler': /*               */ 'command assign_handler       . . . . h l O . . .',
  'cases.attachment': /*                  */ 'query   read_conversation    . . . o h l O c . j',
  'cases.calendar': /*                    */ 'query   list_cases           . . . o h l O c s .',
  'cases.calendarExport': /*              */ 'query   list_cases           . . . o h l O c s .',
  'cases.changeLine': /*                  */ 'command edit_lines           . . . . h l O c . .',
  'cases.changeLines': /*                 */ 'command edit_lines           . . . . h l O c . .',
  'cases.changeTitle': /*                 */ 'command edit_title           . . . . h l O . . .',
  'cases.choosePace': /*                  */ 'command classify_severity    . . . . h l O . . .',
  'cases.classifySeverity': /*            */ 'command classify_severity    . . . . h l O . . .',
  'cases.confirm': /*                     */ 'command confirm              . . . . h l O . . .',
  'cases.escalate': /*                    */ 'command escalate             . . . . . . . . . j',
  'cases.finish': /*                      */ 'command resolve              . . . . h l O . . .',
  'cases.followUp': /*                    */ 'command follow_up            . . . . h l O . . .',
  'cases.handlerSuggestion': /*           */ 'query   assign_handler       . . . . h l O . . .',
  'cases.link': /*                        */ 'command link_case            . . . . h l O . . .',
  'cases.move': /*                        */ 'command move_case            . . . . h l O . . .',
  'cases.passSilence': /*                 */ 'command pass_silence         . . . . h l O . . .',
  'cases.proposeEmbargo': /*              */ 'command answer_embargo       . . . . h l O . . .',
  'cases.queue': /*                       */ 'query   list_cases           . . . o h l O c s .',
  'cases.queueChoices': /*                */ 'query   list_cases           . . . o h l O c s .',
  'cases.openAuditCase': /*               */ 'command record_audit         . . . . h l O . . .',
  'cases.recordAudit': /*                 */ 'command record_audit         . . . . h l O . . .',
  'cases.recordRelease': /*               */ 'command record_release       . . . . h l O c . j',
  'cases.removeParticipant': /*           */ 'command manage_participants  . . . . h l O . . .',
  'cases.releaseHeld': /*                 */ 'command release_held         . . . . h l O . . .',
  'cases.reopen': /*                      */ 'command reopen               . . . . h l O . . .',
  'cases.resolve': /*                     */ 'command resolve              . . . . h l O . . .',
  'cases.respondToReporter': /*           */ 'command reply_to_reporter    . . . . h l O . . .',
  'cases.restrict': /*                    */ 'command restrict             . . . . h l O . . .',
  'cases.similar': /*                     */ 'query   view_case            . . . o h l O c . j',
  'cases.split': /*                       */ 'command split_case           . . . . h l O . . .',
  'cases.sweep': /*                       */ 'command sweep_cases          . . . . . . . . . j',
  'cases.unlink': /*                      */ 'command link_case            . . . . h l O . . .',
  'cases.scoreSeverity': /*               */ 'command score_severity       . . . . h l O c . .',
  'cases.shareDraft': /*                    */ 'command share_draft          . . . . h l O . . .',
  'cases.unshareDraft': /*                  */ 'command share_draft          . . . . h l O . . .',
  'cases.view': /*                        */ 'query   view_case            . . . o h l O c . j',
  'cases.writeNote': /*                   */ 'command write_note           . . . . h l O c . .',
  'cases.writeToReporter': /*             */ 'command reply_to_reporter    . . . . h l O . . .',
  'cases.chosen': /*                   */ 'query   list_cases           . . . o h l O c s .',
  'cases.tag': /*                      */ 'command tag_case             . . . . h l O . . .',
  'cases.untag': /*                    */ 'command tag_case             . . . . h l O . . .',
  'cases.undoAssignment': /*           */ 'command assign_handler       . . . . h l O . . .',
  'cases.yankRelease': /*                 */ 'command yank_release         . . . . h l O c . j',
  'digests.send': /*                      */ 'command send_digests         . . . . . . . . . j',
  'digests.sweep': /*                     */ 'command send_digests         . . . . . . . . . j',
  'drafts.discard': /*                    */ 'command keep_draft           . . . . h l O c . .',
  'drafts.keep': /*                       */ 'command keep_draft           . . . . h l O c . .',
  'encryption.publicKey': /*              */ 'query   view_public          a r x o h l O c s j',
  'encryption.publishKey': /*             */ 'command manage_keys          . . . . . l O . . .',
  'encryption.removeKey': /*              */ 'command manage_keys          . . . . . l O . . .',
  'encryption.settings': /*               */ 'query   view_project         . . . o h l O . . .',
  'encryption.signSecurityTxt': /*        */ 'command manage_keys          . . . . . l O . . .',
  'encryption.sweep': /*                  */ 'command sweep_keys           . . . . . . . . . j',
  'encryption.unsignSecurityTxt': /*      */ 'command manage_keys          . . . . . l O . . .',
  'incoming.begin': /*                    */ 'command take_mail            . . . . . . . . . j',
  'incoming.file': /*                     */ 'query   view_incoming        . . . . . . O . . .',
  'incoming.known': /*                    */ 'query   take_mail            . . . . . . . . . j',
  'incoming.list': /*                     */ 'query   view_incoming        . . . . . . O . . .',
  'incoming.mail': /*                     */ 'query   view_incoming        . . . . . . O . . .',
  'incoming.openHeld': /*                 */ 'query   take_mail            . . . . . . . . . j',
  'incoming.place': /*                    */ 'query   take_mail            . . . . . . . . . j',
  'incoming.readAgain': /*                */ 'command decide_incoming      . . . . . . O . . .',
  'incoming.settle': /*                   */ 'command take_mail            . . . . . . . . . j',
  'incoming.store': /*                    */ 'command take_mail            . . . . . . . . . j',
  'incoming.sweep': /*                    */ 'command take_mail            . . . . . . . . . j',
  'incoming.takeAsReport': /*             */ 'command decide_incoming      . . . . . . O . . .',
  'jobs.list': /*                         */ 'query   view_jobs            . . . . . . O . . j',
  'jobs.retry': /*                        */ 'command retry_job            . . . . . . O . . .',
  'mail.claim': /*                        */ 'command send_mail            . . . . . . . . . j',
  'mail.handOver': /*                     */ 'command send_mail            . . . . . . . . . j',
  'mail.outbox': /*                       */ 'query   view_outbox          . . . . . . O . . .',
  'mail.projectOutbox': /*                */ 'query   view_project_outbox  . . . . . l O . . .',
  'mail.recover': /*                      */ 'command send_mail            . . . . . . . . . j',
  'mail.retry': /*                        */ 'command resend_mail          . . . . . . O . . .',
  'mail.settle': /*                       */ 'command send_mail            . . . . . . . . . j',
  'mail.sweep': /*                        */ 'command send_mail            . . . . . . . . . j',
  'notifications.choose': /*              */ 'command keep_account         . . . o h l O c s .',
  'notifications.markMailRead': /*        */ 'command keep_account         . . . o h l O c s .',
  'notifications.markAllRead': /*         */ 'command keep_account         . . . o h l O c s .',
  'notifications.markAlertsRead': /*      */ 'command keep_account         . . . o h l O c s .',
  'notifications.markCaseRead': /*        */ 'command keep_account         . . . o h l O c s .',
  'notifications.markRead': /*            */ 'command keep_account         . . . o h l O c s .',
  'notifications.own': /*                 */ 'query   list_cases           . . . o h l O c s .',
  'notifications.ownChoices': /*          */ 'query   keep_account         . . . o h l O c s .',
  'notifications.unread': /*              */ 'query   list_cases           . . . o h l O c s .',
  'numbers.ofProject': /*                 */ 'query   view_numbers         . . . o h l O . . .',
  'people.acceptInvitation': /*           */ 'command come_in              a r x o h l O c s j',
  'people.changeOwnership': /*            */ 'command manage_people        . . . . . . O . . .',
  'people.changePassword': /*             */ 'command keep_account         . . . o h l O c s .',
  'people.changeRole': /*                 */ 'command manage_team          . . . . . l O . . .',
  'people.endAbsence': /*                 */ 'command keep_account         . . . o h l O c s .',
  'people.endOtherSessions': /*           */ 'command keep_account         . . . o h l O c s .',
  'people.endSession': /*                 */ 'command keep_account         . . . o h l O c s .',
  'people.invitationOfLink': /*           */ 'query   come_in              a r x o h l O c s j',
  'people.inviteOwner': /*                */ 'command manage_people        . . . . . . O . . .',
  'people.inviteToTeam': /*               */ 'command manage_team          . . . . . l O . . .',
  'people.joinByInvitation': /*           */ 'command keep_account         . . . o h l O c s .',
  'people.offerSetUp': /*                 */ 'command offer_set_up         . . . . . . . . . j',
  'people.openInvitations': /*            */ 'query   manage_team          . . . . . l O . . .',
  'people.openInvitationsOfInstance': /*  */ 'query   manage_people        . . . . . . O . . .',
  'people.ownAbsence': /*                 */ 'query   keep_account         . . . o h l O c s .',
  'people.ownProfile': /*                 */ 'query   keep_account         . . . o h l O c s .',
  'people.ownSessions': /*                */ 'query   keep_account         . . . o h l O c s .',
  'people.peopleOfInstance': /*           */ 'query   manage_people        . . . . . . O . . .',
  'people.projectTeam': /*                */ 'query   view_project_cases   . . . o h l O . . .',
  'people.removeMember': /*               */ 'command manage_team          . . . . . l O . . .',
  'people.removePerson': /*               */ 'command manage_people        . . . . . . O . . .',
  'people.revokeInvitation': /*           */ 'command manage_team          . . . . . l O . . .',
  'people.revokeOwnerInvitation': /*      */ 'command manage_people        . . . . . . O . . .',
  'people.sendSignInLink': /*             */ 'command come_in              a r x o h l O c s j',
  'people.setAbsence': /*                 */ 'command keep_account         . . . o h l O c s .',
  'people.setUpInstance': /*              */ 'command come_in              a r x o h l O c s j',
  'people.sweep': /*                      */ 'command forget_expired       . . . . . . . . . j',
  'people.updateProfile': /*              */ 'command keep_account         . . . o h l O c s .',
  'policies.change': /*                   */ 'command edit_policy          . . . . . l O . . .',
  'policies.history': /*                  */ 'query   view_project         . . . o h l O . . .',
  'policies.readText': /*                 */ 'query   edit_policy          . . . . . l O . . .',
  'projects.addReleaseLine': /*           */ 'command edit_release_lines   . . . . . l O . . .',
  'projects.change': /*                   */ 'command edit_project         . . . . . l O . . .',
  'projects.changeIntake': /*             */ 'command manage_intake        . . . . . l O . . .',
  'projects.changeMailAddresses': /*      */ 'command edit_project         . . . . . l O . . .',
  'projects.changeReleaseLine': /*        */ 'command edit_release_lines   . . . . . l O . . .',
  'projects.changeRota': /*               */ 'command manage_team          . . . . . l O . . .',
  'projects.chooseStatistics': /*         */ 'command edit_project         . . . . . l O . . .',
  'projects.create': /*                   */ 'command manage_projects      . . . . . . O . . .',
  'projects.deskSecurityTxt': /*          */ 'query   browse_projects      a r x o h l O c s j',
  'projects.intakeSettings': /*           */ 'query   view_project         . . . o h l O . . .',
  'projects.mailSettings': /*             */ 'query   view_project         . . . o h l O . . .',
  'projects.ofPerson': /*                 */ 'query   browse_projects      a r x o h l O c s j',
  'projects.public': /*                   */ 'query   view_public          a r x o h l O c s j',
  'projects.publicList': /*               */ 'query   browse_projects      a r x o h l O c s j',
  'projects.removeReleaseLine': /*        */ 'command edit_release_lines   . . . . . l O . . .',
  'projects.securityMd': /*               */ 'query   view_public          a r x o h l O c s j',
  'projects.securityTxt': /*              */ 'query   view_public          a r x o h l O c s j',
  'projects.settings': /*                 */ 'query   view_project         . . . o h l O . . .',
  'reporters.addTerms': /*                  */ 'command state_terms          . r . . . . . . . .',
  'reporters.answerEmbargo': /*             */ 'command counter_embargo      . r . . . . . . . .',
  'reporters.answerVerification': /*        */ 'command verify_fix           . r . . . . . . . .',
  'reporters.changeCredit': /*              */ 'command choose_credit        . r . . . . . . . .',
  'reporters.changeTerms': /*             */ 'command state_terms          . r . . . . . . . .',
  'reporters.giveKey': /*                 */ 'command give_key             . r . . . . . . . .',
  'reporters.chooseNews': /*                */ 'command choose_news          . r . . . . . . . .',
  'reporters.claim': /*                     */ 'command come_in              a r x o h l O c s j',
  'reporters.closeMyReports': /*            */ 'command come_in              a r x o h l O c s j',
  'reporters.commentDraft': /*              */ 'command read_shared_draft    . r . . . . . . . .',
  'reporters.dropClaim': /*                 */ 'command come_in              a r x o h l O c s j',
  'reporters.mailMyReportsLink': /*         */ 'command come_in              a r x o h l O c s j',
  'reporters.mailReceiptLinks': /*          */ 'command come_in              a r x o h l O c s j',
  'reporters.myReports': /*                 */ 'query   come_in              a r x o h l O c s j',
  'reporters.openMyReports': /*             */ 'command come_in              a r x o h l O c s j',
  'reporters.ownAttachment': /*           */ 'query   view_own_report      . r . . . . . . . .',
  'reporters.ownDraft': /*                  */ 'query   read_shared_draft    . r . . . . . . . .',
  'reporters.ownReport': /*               */ 'query   view_own_report      . r . . . . . . . .',
  'reporters.proposeEmbargo': /*            */ 'command counter_embargo      . r . . . . . . . .',
  'reporters.remind': /*                  */ 'command remind_team          . r . . . . . . . .',
  'reporters.renewReceipt': /*              */ 'command come_in              a r x o h l O c s j',
  'reporters.reply': /*                   */ 'command reply_as_reporter    . r . . . . . . . .',
  'reporters.takeKeyBack': /*             */ 'command give_key             . r . . . . . . . .',
  'reporters.stopNews': /*                  */ 'command come_in              a r x o h l O c s j',
  'reporters.withdraw': /*                  */ 'command withdraw_report      . r . . . . . . . .',
  'reports.askChallenge': /*              */ 'query   file_report          a r x o h l O c s j',
  'reports.publicIntake': /*              */ 'query   view_public          a r x o h l O c s j',
  'reports.publicStatistics': /*          */ 'query   view_public          a r x o h l O c s j',
  'reports.submit': /*                    */ 'command file_report          a r x o h l O c s j',
  'reports.welcome': /*                   */ 'command welcome              . . . . . . . . . j',
  'requests.addEvidence': /*              */ 'command add_evidence         . r . . . . . . . .',
  'requests.answerSuggestion': /*         */ 'command answer_request       . . . . h l O . . .',
  'requests.answerTesting': /*            */ 'command answer_request       . . . . h l O . . .',
  'requests.askBeforeTesting': /*         */ 'command ask_before_testing   a r x o h l O c s j',
  'requests.backportChoices': /*          */ 'query   view_public          a r x o h l O c s j',
  'requests.decideBackport': /*           */ 'command decide_backport_request . . . . h l O . . .',
  'requests.own': /*                      */ 'query   view_own_request     . r . . . . . . . .',
  'requests.queue': /*                    */ 'query   list_requests        . . . o h l O c s .',
  'requests.requestBackport': /*          */ 'command request_backport     a r x o h l O c s j',
  'requests.suggestPolicyChange': /*      */ 'command suggest_policy_change a r x o h l O c s j',
  'requests.view': /*                     */ 'query   view_request         . . . o h l O . . .',
  'severity.findWeaknesses': /*           */ 'query   look_up_weakness     a r x o h l O c s j',
  'search.indexMissing': /*                */ 'command sweep_cases          . . . . . . . . . j',
  'tokens.make': /*                       */ 'command manage_connections   . . . . . l O . . .',
  'tokens.revoke': /*                     */ 'command manage_connections   . . . . . l O . . .',
  'tokens.settings': /*                   */ 'query   view_project         . . . o h l O . . .',
  'upstreams.askAgain': /*                */ 'command hand_to_upstream     . . . . h l O . . .',
  'upstreams.stopAsking': /*              */ 'command hand_to_upstream     . . . . h l O . . .',
  'upstreams.chase': /*                   */ 'command chase_upstream       . . . . . . . . . j',
  'upstreams.handOver': /*                */ 'command hand_to_upstream     . . . . h l O . . .',
  'upstreams.pack': /*                    */ 'query   hand_to_upstream     . . . . h l O . . .',
  'upstreams.recordAnswer': /*            */ 'command hand_to_upstream     . . . . h l O . . .',
  'views.keep': /*                     */ 'command keep_views           . . . o h l O c s .',
  'views.list': /*                        */ 'query   keep_views           . . . o h l O c s .',
  'views.move': /*                     */ 'command change_view          . . . . . l O . . .',
  'views.remove': /*                   */ 'command change_view          . . . . . l O . . .',
  'views.rename': /*                   */ 'command change_view          . . . . . l O . . .',
  'views.restore': /*                  */ 'command change_view          . . . . . l O . . .',
  'views.share': /*                    */ 'command share_views          . . . . h l O . . .',
}

const rowOf = ({ kind, may }: { kind: string; may: Verb }) =>
  [
    kind.padEnd(7),
    may.padEnd(20),
    ...Object.entries(actors).map(([letter, actor]) =>
      can(actor, may, subjects[verbs[may].on]).allowed ? letter : '.',
    ),
  ].join(' ')

/** Declaring an operation is a side effect of loading its module, so every module of the server is loaded. */
beforeAll(async () => {
  const files = fs.readdirSync('server', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts')))
    await import(path.resolve('server', file))
})

describe('the authorisation matrix', () => {
  it('has a row for every operation, and no row without one', () => {
    expect([...operations.keys()].toSorted()).toEqual(Object.keys(expected).toSorted())
  })

  it.each(Object.entries(expected))('%s is for whom it is written', (name, row) => {
    const operation = operations.get(name)
    expect(operation && rowOf(operation)).toBe(row)
  })

  it('lets nobody read or change a case who is not on it, whatever the operation', () => {
    const onCases = [...operations.values()].filter(({ may }) => verbs[may].on === 'case')
    expect(onCases.length).toBeGreaterThan(20)
    for (const { name, may } of onCases)
      for (const letter of ['a', 'x', 's'])
        expect(can(actors[letter]!, may, subjects.case).allowed, `${letter} ${name}`).toBe(false)
  })

  it('lets a machine do one thing beside what anyone may', () => {
    for (const [machine, does] of [
      ['github', 'alerts.receive'],
      ['token', 'assessments.releaseGate'],
    ] as const) {
      const actor: Actor = { kind: 'machine', machine, projectId: 'project', id: 'it', name: 'It' }
      const more = [...operations.values()].filter(
        ({ may }) =>
          can(actor, may, subjects[verbs[may].on]).allowed &&
          !can(actors.a!, may, subjects[verbs[may].on]).allowed,
      )
      expect(more.map(({ name }) => name)).toEqual([does])
    }
  })

  it('changes nothing for an observer of a case but who is seen to look, and how far they have read', () => {
    const changes = [...operations.values()].filter(
      ({ kind, may }) => kind === 'command' && verbs[may].on === 'case' && may !== 'attend_case',
    )
    for (const { name, may } of changes) expect(can(actors.o!, may, subjects.case).allowed, name).toBe(false)
  })
})
