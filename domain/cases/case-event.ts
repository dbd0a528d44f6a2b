import { z } from 'zod'
import type { Instant } from '@/lib/instant'
import { evidenceChanges } from '@/domain/backports/release-evidence'
import { noteMoments } from '@/domain/advisories/release-note-text'
import { affectednesses, plans, works } from '@/domain/backports/line-status'
import { craMilestones } from '@/domain/exploitation/milestone'
import { tickableEntries } from '@/domain/fixes/checklist-entry'

/**
 * What can happen to a case. Data is in clear and holds ids, choices and instants only;
 * prose (reasons, explanations) is sealed beside it.
 */

const id = z.string()
const at = z.custom<Instant>((value) => typeof value === 'string')
const nothing = z.object({})

export const resolutionKinds = [
  'duplicate',
  'not_reproducible',
  'not_a_vulnerability',
  'out_of_scope',
  'unsafe_by_design',
  'third_party',
  'unsupported_version',
  'withdrawn',
  'spam',
] as const
export type ResolutionKind = (typeof resolutionKinds)[number]

export const overrideGrounds = ['exploited', 'leaked', 'reporter_will_publish', 'other'] as const
export type OverrideGround = (typeof overrideGrounds)[number]

export const caseEventData = {
  report_received: z.object({
    reportId: id,
    channel: z.string(),
    isEncrypted: z.boolean().optional(),
    isHeld: z.boolean().optional(),
  }),
  /** Somebody looked at a held report: from now on it is an ordinary one. */
  held_released: nothing,
  acknowledged: z.object({ handlerId: id }),
  handler_assigned: z.object({ from: id.nullable(), to: id }),
  /** The last assignment was taken back; to nobody only while nobody acknowledged. */
  assignment_undone: z.object({ from: id, to: id.nullable() }),
  message_sent: z.object({ messageId: id, reportId: id }),
  /** A detailed response: says what happens next. Only this meets the second promise. */
  responded: z.object({ messageId: id, reportId: id }),
  question_asked: z.object({ messageId: id, reportId: id }),
  reporter_replied: z.object({ messageId: id, reportId: id, isEncrypted: z.boolean().optional() }),
  /** The team holds no key that opens what the reporter sent: they are asked to send it again. */
  could_not_decrypt: z.object({ messageId: id, reportId: id }),
  reporter_key_changed: z.object({ reportId: id }),
  reporter_terms_changed: z.object({ reportId: id }),
  /** The reporter says that they came across personal data of others. */
  personal_data_reported: z.object({ reportId: id }),
  /** Whether the reporter wants a mail when there is news. */
  news_chosen: z.object({ reportId: id, byMail: z.boolean() }),
  /** The receipt was lost, and a link to the reporter's own address made a new one. */
  receipt_renewed: z.object({ reportId: id }),
  report_withdrawn: z.object({ reportId: id }),
  draft_shared: z.object({ reportId: id }),
  draft_unshared: z.object({ reportId: id }),
  verification_asked: z.object({ reportId: id, lineId: id, version: z.string() }),
  fix_verified: z.object({ reportId: id, lineId: id, version: z.string() }),
  /** Still vulnerable, says the reporter: the line is worked on again, and its release does not count as the fix. */
  fix_failed: z.object({ reportId: id, lineId: id, version: z.string() }),
  reminder_sent: z.object({ reportId: id }),
  silence_passed: z.object({ reportId: id }),
  escalated: z.object({ promise: z.string(), to: z.enum(['handler', 'lead', 'owner']) }),
  /** The handler was told that a promise is due soon. */
  promise_near: z.object({ promise: z.string() }),
  note_added: z.object({ messageId: id }),
  title_changed: nothing,
  /** The tag is the prose beside it. */
  tagged: z.object({ tagId: id }),
  untagged: z.object({ tagId: id }),
  severity_classified: z.object({ assessmentId: id, rating: z.string(), cwes: z.array(z.string()) }),
  /** What one person thinks of it; decides nothing. */
  severity_scored: z.object({ rating: z.string() }),
  /** The pace that SSVC recommends by the answers given. */
  pace_chosen: z.object({ pace: z.string() }),
  confirmed: z.object({ reproducedBy: id, affectedLineIds: z.array(id) }),
  line_changed: z.object({
    lineId: id,
    affectedness: z.enum(affectednesses),
    plan: z.enum(plans).nullable(),
    work: z.enum(works).nullable(),
  }),
  patch_released: z.object({ lineId: id, version: z.string(), releasedAt: at }),
  /** What a registry said of the release, where it is new. */
  release_checked: z.object({
    lineId: id,
    version: z.string(),
    package: z.string(),
    change: z.enum(evidenceChanges),
  }),
  release_yanked: z.object({ lineId: id, version: z.string() }),
  audit_recorded: z.object({ waived: z.boolean() }),
  advisory_edited: z.object({ version: z.number() }),
  advisory_approved: z.object({ version: z.number() }),
  approval_withdrawn: z.object({ version: z.number() }),
  announcement_scheduled: z.object({ scheduledFor: at, timeZone: z.string() }),
  schedule_cancelled: nothing,
  schedule_suspended: z.object({ openGates: z.array(z.string()) }),
  gates_overridden: z.object({ ground: z.enum(overrideGrounds), openGates: z.array(z.string()) }),
  override_withdrawn: nothing,
  embargo_countered: z.object({ proposalId: id, until: at }),
  /** `atOnce`: the reporter shortened the embargo, which needs no consent. */
  embargo_answered: z.object({ proposalId: id, accepted: z.boolean(), atOnce: z.boolean().optional() }),
  advisory_published: z.object({ revision: z.number() }),
  advisory_revised: z.object({
    revision: z.number(),
    kind: z.enum(['correction', 'withdrawal', 'late_fix']),
  }),
  credit_changed: z.object({ creditId: id }),
  resolved: z.object({ resolution: z.enum(resolutionKinds) }),
  reopened: nothing,
  /** After the announcement: the team says that nothing is left to do. */
  finished: nothing,
  /** In an announced case: what its fix left open is handled in that one. */
  followed_up: z.object({ caseId: id }),
  /** In the one that follows. */
  follows: z.object({ caseId: id }),
  /** What the audit for similar problems found is handled in that one. */
  audit_case_opened: z.object({ caseId: id }),
  /** In that one. */
  found_by_audit: z.object({ fromCaseId: id }),
  /** To another project. */
  moved: z.object({ from: id, to: id }),
  /** In the first case: a second one was made of one of its reports. */
  split_into: z.object({ caseId: id, reportId: id }),
  /** In the second: the next `carried` events happened in the first, at the instants they bear. */
  split_off: z.object({ fromCaseId: id, reportId: id, carried: z.number() }),
  /** In the repetition: its report is about the same vulnerability as that case. */
  linked: z.object({ toCaseId: id }),
  unlinked: z.object({ fromCaseId: id }),
  /** In the case where the work goes on. */
  duplicate_linked: z.object({ caseId: id }),
  duplicate_unlinked: z.object({ caseId: id }),
  upstream_told: z.object({ handoverId: id, toldAt: at, chaseAt: at }),
  upstream_answered: z.object({ handoverId: id }),
  upstream_chased: z.object({ handoverId: id }),
  upstream_asked_again: z.object({ handoverId: id, askedAt: at, chaseAt: at }),
  upstream_given_up: z.object({ handoverId: id }),
  backport_requested: z.object({ requestId: id, lineId: id }),
  backport_decided: z.object({ requestId: id, lineId: id, accepted: z.boolean() }),
  participant_added: z.object({ personId: id, as: z.enum(['handler', 'collaborator']) }),
  participant_removed: z.object({ personId: id }),
  /** An entry of the checklist was done by hand, by the person named. */
  checklist_ticked: z.object({ entry: z.enum(tickableEntries), by: id }),
  checklist_unticked: z.object({ entry: z.enum(tickableEntries) }),
  /** `isOwn`: somebody wrote it; else the generated text stands again. */
  release_note_changed: z.object({ moment: z.enum(noteMoments), isOwn: z.boolean() }),
  task_added: z.object({ taskId: id, ownerId: id.nullable(), dueAt: at.nullable() }),
  task_changed: z.object({ taskId: id, ownerId: id.nullable(), dueAt: at.nullable() }),
  task_done: z.object({ taskId: id }),
  task_reopened: z.object({ taskId: id }),
  /** The vulnerability is actively exploited, and the team knows since then. */
  exploitation_recorded: z.object({ knownSince: at }),
  exploitation_withdrawn: nothing,
  /** What the Cyber Resilience Act asks for was sent, at that instant; its reference is prose. */
  milestone_met: z.object({ milestone: z.enum(craMilestones), sentAt: at }),
  /** Nothing is owed after all; the reason is prose. */
  milestone_dismissed: z.object({ milestone: z.enum(craMilestones) }),
  milestone_reopened: z.object({ milestone: z.enum(craMilestones) }),
  restriction_changed: z.object({ isRestricted: z.boolean() }),
} satisfies Record<string, z.ZodType>

export type CaseEventType = keyof typeof caseEventData

/** One thing that happened, as rules read it. */
export type CaseEvent = {
  [Type in CaseEventType]: { type: Type; at: Instant; data: z.infer<(typeof caseEventData)[Type]> }
}[CaseEventType]
