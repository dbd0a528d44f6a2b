import type { Subject } from './actor'

/** How an actor stands to what they act on. One actor may stand in several. */
export const relations = [
  'anyone',
  'reporter',
  'collaborator',
  'observer',
  'handler',
  'lead',
  'owner',
  'self',
  'job',
  'github',
  'token',
] as const
export type Relation = (typeof relations)[number]

interface VerbRule {
  on: Subject['kind']
  by: readonly Relation[]
  /** Completes "Only a lead may …". */
  says: string
}

const rule =
  (on: Subject['kind'], ...by: Relation[]) =>
  (says: string): VerbRule => ({ on, by, says })

const readers = rule('case', 'collaborator', 'observer', 'handler', 'lead', 'job')
const workers = rule('case', 'collaborator', 'handler', 'lead')
const handlers = rule('case', 'handler', 'lead')
const reporters = rule('case', 'reporter')
const jobs = rule('case', 'job')
const everybody = rule('project', 'anyone')
const members = rule('project', 'observer', 'handler', 'lead')
const leads = rule('project', 'lead')
const triagers = rule('project', 'handler', 'lead')
const askers = rule('request', 'reporter')
const owners = rule('instance', 'owner')
const self = rule('account', 'self')

/**
 * Who may do what: the whole table. An owner is lead on every project (`relationsOf`), since whoever can add themselves to a team
 * gains nothing from being asked to do so first. Every operation of the product asks one of these verbs.
 */
export const verbs = {
  view_public: everybody('see what is public'),
  file_report: everybody('report a vulnerability'),
  ask_before_testing: everybody('ask before testing'),
  suggest_policy_change: everybody('suggest a policy change'),
  request_backport: everybody('ask for a backport'),

  view_own_report: reporters('see this report'),
  reply_as_reporter: reporters('reply here'),
  remind_team: reporters('remind the team'),
  give_key: reporters('give their OpenPGP key'),
  state_terms: reporters('state their terms'),
  counter_embargo: reporters('answer or propose an embargo date'),
  choose_credit: reporters('choose how they are credited'),
  verify_fix: reporters('say that the fix works for them'),
  withdraw_report: reporters('withdraw this report'),
  choose_news: reporters('choose whether they get mails'),
  read_shared_draft: reporters('read the draft of the advisory when it is shared'),

  view_own_request: askers('see this request'),
  add_evidence: askers('add to this request'),
  view_request: rule('request', 'observer', 'handler', 'lead')('see this request'),
  answer_request: rule('request', 'handler', 'lead')('answer this request'),
  list_requests: rule('account', 'self')('list the requests they may see'),

  view_case: readers('see this case'),
  read_conversation: readers('read the conversation'),
  read_notes: readers('read internal notes'),
  attend_case: rule('case', 'collaborator', 'observer', 'handler', 'lead')('have this case before them'),
  keep_draft: workers('keep drafts'),
  write_note: workers('write internal notes'),
  edit_lines: workers('work on release lines'),
  record_release: rule('case', 'collaborator', 'handler', 'lead', 'job')('record a release'),
  yank_release: rule('case', 'collaborator', 'handler', 'lead', 'job')('record that a release was yanked'),

  check_text: readers('check what a text gives away'),
  work_on_fix: workers('work on the fix'),

  acknowledge: handlers('acknowledge'),
  record_exploitation: handlers('record active exploitation'),
  meet_milestone: handlers('record what was sent to an authority'),
  release_held: handlers('release a held report'),
  take_case: handlers('take a case'),
  assign_handler: handlers('assign a handler'),
  hand_over: handlers('hand a case over'),
  reply_to_reporter: handlers('write to the reporter'),
  ask_reporter: handlers('ask the reporter'),
  read_raw_mail: handlers('read the mail as it came'),
  ask_to_resend: handlers('ask the reporter to send it again'),
  share_draft: handlers('share the draft of the advisory'),
  pass_silence: handlers('go on without an answer'),
  edit_title: handlers('change the title'),
  tag_case: handlers('tag the case'),
  score_severity: workers('score the severity'),
  classify_severity: handlers('classify the severity'),
  confirm: handlers('confirm'),
  record_audit: handlers('record the audit for similar problems'),
  edit_advisory: handlers('edit the advisory'),
  approve_advisory: handlers('approve the advisory'),
  revise_advisory: handlers('revise a published advisory'),
  edit_credit: handlers('edit the credit'),
  schedule: handlers('schedule the announcement'),
  answer_embargo: handlers('answer or propose an embargo date for the team'),
  decide_backport_request: handlers('accept or decline a backport request'),
  resolve: handlers('close the case'),
  reopen: handlers('reopen the case'),
  split_case: handlers('split the case'),
  link_case: handlers('link cases'),
  move_case: handlers('move the case to another project'),
  follow_up: handlers('open a follow-up case'),
  hand_to_upstream: handlers('hand the case to an upstream'),
  restrict: handlers('restrict the case'),
  manage_participants: handlers('add or remove participants'),
  override_gates: rule('case', 'lead')('override gates'),

  publish: jobs('publish'),
  suspend_schedule: jobs('suspend a schedule'),
  escalate: jobs('escalate'),
  check_release: jobs('ask a registry about a release'),
  chase_upstream: jobs('remind of an upstream'),
  welcome: jobs('greet a new report'),

  view_project: members('see the settings of this project'),
  view_project_cases: members('see the cases of this project'),
  share_views: triagers('share a view with the team of this project'),
  view_numbers: members('see the numbers of this project'),
  view_alerts: members('see the alerts of this project'),
  triage_alerts: triagers('triage alerts'),
  receive_alert: rule('project', 'github')('tell of an alert'),
  view_assessments: members('see the assessments of this project'),
  assess_release: triagers('assess a release'),
  ask_release_gate: rule(
    'project',
    'observer',
    'handler',
    'lead',
    'token',
  )('ask whether a release may go out'),
  edit_policy: leads('edit the policy'),
  edit_release_lines: leads('edit the release lines'),
  edit_project: leads('change the project'),
  manage_intake: leads('say how reports come in'),
  manage_keys: leads('manage the OpenPGP keys'),
  manage_connections: leads('connect programs'),
  manage_team: leads('manage the team'),
  set_absence_of: rule('person', 'lead', 'owner')('say when somebody else is away'),
  view_project_outbox: leads('see the outgoing mail of this project'),

  browse_projects: rule('instance', 'anyone')('see which projects there are'),
  look_up_weakness: rule('instance', 'anyone')('look a weakness up'),
  come_in: rule('instance', 'anyone')('sign in, or use a link they were given'),
  keep_account: self('change this account'),
  keep_views: self('keep views of their own'),
  change_view: rule('view', 'self', 'lead')('change this view'),
  list_cases: self('list the cases they may see'),
  list_alerts: self('list the alerts they may see'),

  manage_projects: owners('manage projects'),
  manage_people: owners('manage people'),
  view_audit_log: owners('see the audit log'),
  view_outbox: owners('see the outgoing mail'),
  resend_mail: owners('send a mail again'),
  send_mail: rule('instance', 'job')('send mail'),
  take_mail: rule('instance', 'job')('take mail in'),
  view_incoming: owners('see the mail that came in'),
  decide_incoming: owners('decide about mail that came in'),
  send_digests: rule('instance', 'job')('send digests'),
  forget_expired: rule('instance', 'job')('forget what has expired'),
  sweep_cases: rule('instance', 'job')('look after all cases'),
  sweep_keys: rule('instance', 'job')('look after the OpenPGP keys'),
  offer_set_up: rule('instance', 'job')('offer to set the desk up'),
  view_jobs: rule('instance', 'owner', 'job')('see the jobs'),
  retry_job: owners('run a failed job again'),
} satisfies Record<string, VerbRule>

export type Verb = keyof typeof verbs
