import { describe, expect, it } from 'vitest'
import type { Actor, Machine, Subject } from './actor'
import { can } from './can'
import { relationsOf, sees } from './relations-of'
import { relations, verbs, type Relation, type Verb } from './verbs'

type CaseSubject = Extract<Subject, { kind: 'case' }>

const theCase: CaseSubject = {
  kind: 'case',
  projectId: 'p1',
  caseId: 'c1',
  isRestricted: false,
  reportIds: ['r1'],
  handlerId: 'hannah',
  advisoryEditorId: null,
}
const subjects: Record<Subject['kind'], Subject> = {
  instance: { kind: 'instance' },
  account: { kind: 'account', personId: 'itself' },
  person: { kind: 'person', personId: 'itself', projectIds: ['p0', 'p1'] },
  project: { kind: 'project', projectId: 'p1' },
  view: { kind: 'view', personId: 'itself', projectId: 'p1' },
  request: { kind: 'request', projectId: 'p1', requestId: 'r1' },
  case: theCase,
}

const person = (more: Partial<Extract<Actor, { kind: 'person' }>>): Actor => ({
  kind: 'person',
  personId: 'somebody',
  name: 'Somebody',
  isOwner: false,
  roles: {},
  cases: {},
  ...more,
})

const actors: Record<Relation, Actor> = {
  anyone: { kind: 'anyone' },
  reporter: { kind: 'reporter', reportId: 'r1' },
  collaborator: person({ cases: { c1: 'collaborator' } }),
  observer: person({ roles: { p1: 'observer' } }),
  handler: person({ roles: { p1: 'handler' } }),
  lead: person({ roles: { p1: 'lead' } }),
  owner: person({ isOwner: true }),
  self: person({ personId: 'itself' }),
  job: { kind: 'job', job: 'publish' },
  github: { kind: 'machine', machine: 'github', projectId: 'p1', id: 'p1', name: 'GitHub' },
  token: { kind: 'machine', machine: 'token', projectId: 'p1', id: 't1', name: 'A pipeline' },
}

/** What machines may do beside what anyone may. */
const machines: Record<Machine, Verb[]> = { github: ['receive_alert'], token: ['ask_release_gate'] }
const isMachine = (relation: Relation): relation is Machine => Object.hasOwn(machines, relation)

// Columns: anyone, reporter, collaborator, observer, handler, lead, owner, self, job. A letter: allowed.
const matrix: Record<Verb, string> = {
  view_public: /*            */ 'a r c o h l O s j',
  file_report: /*            */ 'a r c o h l O s j',
  ask_before_testing: /*     */ 'a r c o h l O s j',
  suggest_policy_change: /*  */ 'a r c o h l O s j',
  request_backport: /*       */ 'a r c o h l O s j',
  view_own_request: /*       */ '. r . . . . . . .',
  add_evidence: /*           */ '. r . . . . . . .',
  view_request: /*           */ '. . . o h l O . .',
  answer_request: /*         */ '. . . . h l O . .',
  list_requests: /*          */ '. . . . . . . s .',
  hand_to_upstream: /*       */ '. . . . h l O . .',
  chase_upstream: /*         */ '. . . . . . . . j',
  view_own_report: /*        */ '. r . . . . . . .',
  reply_as_reporter: /*      */ '. r . . . . . . .',
  remind_team: /*            */ '. r . . . . . . .',
  give_key: /*               */ '. r . . . . . . .',
  state_terms: /*            */ '. r . . . . . . .',
  counter_embargo: /*        */ '. r . . . . . . .',
  choose_credit: /*          */ '. r . . . . . . .',
  verify_fix: /*             */ '. r . . . . . . .',
  withdraw_report: /*        */ '. r . . . . . . .',
  choose_news: /*            */ '. r . . . . . . .',
  read_shared_draft: /*      */ '. r . . . . . . .',
  view_case: /*              */ '. . c o h l O . j',
  read_conversation: /*      */ '. . c o h l O . j',
  read_notes: /*             */ '. . c o h l O . j',
  attend_case: /*            */ '. . c o h l O . .',
  keep_draft: /*             */ '. . c . h l O . .',
  write_note: /*             */ '. . c . h l O . .',
  edit_lines: /*             */ '. . c . h l O . .',
  record_release: /*         */ '. . c . h l O . j',
  yank_release: /*           */ '. . c . h l O . j',
  check_text: /*             */ '. . c o h l O . j',
  work_on_fix: /*            */ '. . c . h l O . .',
  record_exploitation: /*    */ '. . . . h l O . .',
  meet_milestone: /*         */ '. . . . h l O . .',
  acknowledge: /*            */ '. . . . h l O . .',
  release_held: /*           */ '. . . . h l O . .',
  take_case: /*              */ '. . . . h l O . .',
  assign_handler: /*         */ '. . . . h l O . .',
  hand_over: /*              */ '. . . . h l O . .',
  reply_to_reporter: /*      */ '. . . . h l O . .',
  ask_reporter: /*           */ '. . . . h l O . .',
  read_raw_mail: /*          */ '. . . . h l O . .',
  ask_to_resend: /*          */ '. . . . h l O . .',
  share_draft: /*            */ '. . . . h l O . .',
  pass_silence: /*           */ '. . . . h l O . .',
  edit_title: /*             */ '. . . . h l O . .',
  tag_case: /*               */ '. . . . h l O . .',
  score_severity: /*         */ '. . c . h l O . .',
  classify_severity: /*      */ '. . . . h l O . .',
  confirm: /*                */ '. . . . h l O . .',
  record_audit: /*           */ '. . . . h l O . .',
  edit_advisory: /*          */ '. . . . h l O . .',
  approve_advisory: /*       */ '. . . . h l O . .',
  revise_advisory: /*        */ '. . . . h l O . .',
  edit_credit: /*            */ '. . . . h l O . .',
  schedule: /*               */ '. . . . h l O . .',
  answer_embargo: /*         */ '. . . . h l O . .',
  decide_backport_request: /**/ '. . . . h l O . .',
  resolve: /*                */ '. . . . h l O . .',
  reopen: /*                 */ '. . . . h l O . .',
  split_case: /*             */ '. . . . h l O . .',
  link_case: /*              */ '. . . . h l O . .',
  move_case: /*              */ '. . . . h l O . .',
  follow_up: /*              */ '. . . . h l O . .',
  restrict: /*               */ '. . . . h l O . .',
  manage_participants: /*    */ '. . . . h l O . .',
  override_gates: /*         */ '. . . . . l O . .',
  publish: /*                */ '. . . . . . . . j',
  suspend_schedule: /*       */ '. . . . . . . . j',
  escalate: /*               */ '. . . . . . . . j',
  check_release: /*          */ '. . . . . . . . j',
  welcome: /*                */ '. . . . . . . . j',
  view_project: /*           */ '. . . o h l O . .',
  view_project_cases: /*     */ '. . . o h l O . .',
  share_views: /*            */ '. . . . h l O . .',
  view_numbers: /*           */ '. . . o h l O . .',
  view_alerts: /*            */ '. . . o h l O . .',
  triage_alerts: /*          */ '. . . . h l O . .',
  receive_alert: /*          */ '. . . . . . . . .',
  view_assessments: /*       */ '. . . o h l O . .',
  assess_release: /*         */ '. . . . h l O . .',
  ask_release_gate: /*       */ '. . . o h l O . .',
  edit_policy: /*            */ '. . . . . l O . .',
  edit_release_lines: /*     */ '. . . . . l O . .',
  edit_project: /*           */ '. . . . . l O . .',
  manage_intake: /*          */ '. . . . . l O . .',
  manage_keys: /*            */ '. . . . . l O . .',
  manage_connections: /*     */ '. . . . . l O . .',
  manage_team: /*            */ '. . . . . l O . .',
  set_absence_of: /*         */ '. . . . . l O . .',
  view_project_outbox: /*    */ '. . . . . l O . .',
  browse_projects: /*        */ 'a r c o h l O s j',
  look_up_weakness: /*       */ 'a r c o h l O s j',
  come_in: /*                */ 'a r c o h l O s j',
  keep_account: /*           */ '. . . . . . . s .',
  keep_views: /*             */ '. . . . . . . s .',
  change_view: /*            */ '. . . . . l O . .',
  list_cases: /*             */ '. . . . . . . s .',
  list_alerts: /*            */ '. . . . . . . s .',
  resend_mail: /*            */ '. . . . . . O . .',
  send_mail: /*              */ '. . . . . . . . j',
  take_mail: /*              */ '. . . . . . . . j',
  view_incoming: /*          */ '. . . . . . O . .',
  decide_incoming: /*        */ '. . . . . . O . .',
  send_digests: /*           */ '. . . . . . . . j',
  forget_expired: /*         */ '. . . . . . . . j',
  sweep_cases: /*            */ '. . . . . . . . j',
  sweep_keys: /*             */ '. . . . . . . . j',
  offer_set_up: /*           */ '. . . . . . . . j',
  manage_projects: /*        */ '. . . . . . O . .',
  manage_people: /*          */ '. . . . . . O . .',
  view_audit_log: /*         */ '. . . . . . O . .',
  view_outbox: /*            */ '. . . . . . O . .',
  view_jobs: /*              */ '. . . . . . O . j',
  retry_job: /*              */ '. . . . . . O . .',
}

const allVerbs = Object.keys(verbs) as Verb[]
const mayDo = (actor: Actor, verb: Verb, subject: Subject = subjects[verbs[verb].on]) =>
  can(actor, verb, subject).allowed

describe('can', () => {
  it.each(allVerbs)('%s: every kind of actor as written', (verb) => {
    const row = relations
      .filter((relation) => !isMachine(relation))
      .map((relation) => mayDo(actors[relation], verb))
    expect(row).toEqual(matrix[verb].split(' ').map((letter) => letter !== '.'))
  })

  it.each(['github', 'token'] as const)('%s: one thing, on its own project alone', (machine) => {
    const may = allVerbs.filter((verb) => mayDo(actors[machine], verb) && !mayDo(actors.anyone, verb))
    expect(may).toEqual(machines[machine])
    for (const verb of machines[machine])
      expect(mayDo(actors[machine], verb, { kind: 'project', projectId: 'p2' })).toBe(false)
  })

  it('says why not, for every verb and actor', () => {
    for (const verb of allVerbs)
      for (const relation of relations) {
        const decision = can(actors[relation], verb, subjects[verbs[verb].on])
        if (!decision.allowed) expect(decision.reason, `${relation} ${verb}`).toMatch(/^[A-Z].+\.$/)
      }
    expect(can(actors.handler, 'override_gates', theCase)).toEqual({
      allowed: false,
      reason: 'Only a lead may override gates.',
    })
  })

  it('refuses a verb on the wrong kind of thing', () => {
    expect(mayDo(actors.owner, 'manage_people', theCase)).toBe(false)
    expect(mayDo(actors.owner, 'confirm', subjects.project)).toBe(false)
  })

  it('lets nobody approve an advisory they edited last, not even a lead or an owner', () => {
    const edited = { ...theCase, advisoryEditorId: 'somebody' }
    for (const relation of ['handler', 'lead', 'owner'] as const) {
      expect(mayDo(actors[relation], 'approve_advisory', edited)).toBe(false)
      expect(mayDo(actors[relation], 'approve_advisory', { ...theCase, advisoryEditorId: 'another' })).toBe(
        true,
      )
    }
  })
})

describe('somebody of the desk', () => {
  const ofOther = { kind: 'person', personId: 'another', projectIds: ['p2'] } as const

  it('is there for whoever is in a team with them, and for owners', () => {
    expect(sees(actors.observer, subjects.person)).toBe(true)
    expect(sees(actors.lead, ofOther)).toBe(false)
    expect(sees(actors.owner, { ...ofOther, projectIds: [] })).toBe(true)
  })

  it('is led by the leads of any of their projects', () => {
    const two = { ...ofOther, projectIds: ['p1', 'p2'] }
    const both = person({ roles: { p1: 'handler', p2: 'lead' } })
    expect(mayDo(both, 'set_absence_of', two)).toBe(true)
    expect(mayDo(both, 'set_absence_of', { ...two, projectIds: ['p1'] })).toBe(false)
  })
})

describe('a kept view', () => {
  const stranger = person({})
  const own = { kind: 'view', personId: 'somebody', projectId: null } as const
  const shared = { ...own, projectId: 'p1' }

  it('is its maker’s alone, and a shared one there for the team, to be changed by its maker and leads', () => {
    expect(mayDo(stranger, 'change_view', own)).toBe(true)
    expect(sees(person({ personId: 'another', isOwner: true }), own)).toBe(false)
    expect(sees(actors.observer, shared)).toBe(true)
    const others = { ...shared, personId: 'another' }
    expect(mayDo(actors.handler, 'change_view', shared)).toBe(true)
    expect(mayDo(actors.handler, 'change_view', others)).toBe(false)
    expect(mayDo(actors.lead, 'change_view', others)).toBe(true)
    expect(mayDo(actors.owner, 'change_view', others)).toBe(true)
  })

  it('that a team shares is gone for its maker when they leave the team', () => {
    expect(sees(stranger, shared)).toBe(false)
    expect(mayDo(stranger, 'change_view', shared)).toBe(false)
  })
})

describe('what a case is found by', () => {
  it('is readable to all who may see the case: the index of words knows no difference between its texts', () => {
    const { view_case: seen, read_notes: notes, read_conversation: conversation } = verbs
    expect([notes, conversation].map(({ on, by }) => [on, by])).toEqual([
      [seen.on, seen.by],
      [seen.on, seen.by],
    ])
  })
})

describe('sees', () => {
  const restricted = { ...theCase, isRestricted: true }

  it.each<[string, Actor, CaseSubject, boolean]>([
    ['a handler, an ordinary case', actors.handler, theCase, true],
    ['a handler, a restricted case', actors.handler, restricted, false],
    ['a handler put on it', person({ roles: { p1: 'handler' }, cases: { c1: 'handler' } }), restricted, true],
    ['its primary handler', person({ personId: 'hannah', roles: { p1: 'handler' } }), restricted, true],
    ['an observer, a restricted case', actors.observer, restricted, false],
    ['a lead, a restricted case', actors.lead, restricted, true],
    ['an owner, a restricted case', actors.owner, restricted, true],
    ['a collaborator on it', actors.collaborator, restricted, true],
    ['a collaborator on another case', person({ cases: { c2: 'collaborator' } }), theCase, false],
    ['a lead of another project', person({ roles: { p2: 'lead' } }), theCase, false],
    [
      'a removed handler still listed',
      person({ personId: 'hannah', cases: { c1: 'handler' } }),
      theCase,
      false,
    ],
    ['the reporter of another report', { kind: 'reporter', reportId: 'r2' }, theCase, false],
    ['a project named like a built-in', person({}), { ...theCase, projectId: 'constructor' }, false],
  ])('%s: %#', (_who, actor, subject, expected) => {
    expect(sees(actor, subject)).toBe(expected)
  })

  it('allows nothing but what is public to those who do not see', () => {
    for (const verb of allVerbs.filter((one) => verbs[one].on === 'case'))
      expect(mayDo(actors.handler, verb, restricted), verb).toBe(false)
    expect(relationsOf(actors.handler, restricted)).toEqual(['anyone'])
  })
})
