import { z } from 'zod'
import { craRoles } from '@/domain/exploitation/cra-role'
import { roles } from '@/domain/access/actor'
import { alertSources, alertStates } from '@/domain/alerts/alert'
import { findingStates } from '@/domain/assessments/finding'
import { requestKinds, requestStates } from '@/domain/requests/request'
import { shownStatistics } from '@/domain/projects/shown-statistic'

/** What can happen outside any case. Data is in clear. */
const id = z.string()

export const instanceEventData = {
  instance_set_up: z.object({ personId: id }),
  person_invited: z.object({ invitationId: id, projectId: id.nullable(), role: z.string() }),
  invitation_accepted: z.object({ invitationId: id, personId: id }),
  invitation_revoked: z.object({ invitationId: id }),
  person_signed_in: z.object({ personId: id }),
  person_signed_out: z.object({ personId: id }),
  password_changed: z.object({ personId: id }),
  profile_changed: z.object({ personId: id }),
  absence_set: z.object({ personId: id, startsAt: z.string(), endsAt: z.string() }),
  absence_ended: z.object({ personId: id }),
  notifications_chosen: z.object({ personId: id }),
  /** A view of the queue, of one person or, with a project, of its team. */
  view_saved: z.object({ viewId: id, projectId: id.nullable() }),
  view_changed: z.object({ viewId: id, projectId: id.nullable() }),
  view_removed: z.object({ viewId: id, projectId: id.nullable() }),
  view_restored: z.object({ viewId: id, projectId: id.nullable() }),
  sessions_ended: z.object({ personId: id }),
  person_removed: z.object({ personId: id }),
  role_changed: z.object({ personId: id, projectId: id, role: z.enum(roles).nullable() }),
  ownership_changed: z.object({ personId: id, isOwner: z.boolean() }),
  /** Without people: there is none any more. */
  rota_changed: z.object({ projectId: id, personIds: z.array(id) }),
  project_created: z.object({ projectId: id }),
  project_changed: z.object({ projectId: id }),
  statistics_chosen: z.object({ projectId: id, shown: z.array(z.enum(shownStatistics)) }),
  intake_changed: z.object({
    projectId: id,
    isUnderAttack: z.boolean(),
    floodAbove: z.number(),
    isPaused: z.boolean(),
  }),
  cra_role_chosen: z.object({ projectId: id, role: z.enum(craRoles).nullable() }),
  policy_changed: z.object({ projectId: id, version: z.number() }),
  openpgp_key_added: z.object({ projectId: id, fingerprint: z.string() }),
  openpgp_key_removed: z.object({ projectId: id, fingerprint: z.string() }),
  security_txt_signed: z.object({ projectId: id }),
  security_txt_signature_removed: z.object({ projectId: id }),
  release_line_added: z.object({ projectId: id, lineId: id }),
  release_line_changed: z.object({ projectId: id, lineId: id }),
  mail_sent_again: z.object({ mailId: id }),
  mail_addresses_changed: z.object({ projectId: id }),
  /** A person had a mail that came in read again, or taken as a report. */
  incoming_mail_read_again: z.object({ mailId: id, asReport: z.boolean() }),
  job_retried: z.object({ job: z.string(), jobId: id }),
  request_received: z.object({ projectId: id, requestId: id, kind: z.enum(requestKinds) }),
  request_evidence_added: z.object({ projectId: id, requestId: id }),
  request_answered: z.object({ projectId: id, requestId: id, state: z.enum(requestStates) }),
  github_connected: z.object({ projectId: id }),
  github_disconnected: z.object({ projectId: id }),
  alert_received: z.object({ projectId: id, alertId: id, source: z.enum(alertSources) }),
  /** GitHub said that it stands otherwise there. */
  alert_changed: z.object({ projectId: id, alertId: id, state: z.enum(alertStates) }),
  alert_triaged: z.object({ projectId: id, alertId: id, state: z.enum(alertStates) }),
  gate_token_made: z.object({ projectId: id, tokenId: id }),
  gate_token_revoked: z.object({ projectId: id, tokenId: id }),
  assessment_begun: z.object({ projectId: id, assessmentId: id, release: z.string() }),
  assessment_changed: z.object({ projectId: id, assessmentId: id }),
  assessment_finished: z.object({ projectId: id, assessmentId: id }),
  assessment_reopened: z.object({ projectId: id, assessmentId: id }),
  finding_added: z.object({ projectId: id, assessmentId: id, findingId: id }),
  finding_changed: z.object({ projectId: id, assessmentId: id, findingId: id }),
  finding_settled: z.object({ projectId: id, assessmentId: id, findingId: id, state: z.enum(findingStates) }),
  /** Accepted once, and to be settled anew; the words hold both reasons. */
  finding_reopened: z.object({ projectId: id, assessmentId: id, findingId: id }),
  release_line_removed: z.object({ projectId: id, lineId: id, name: z.string() }),
} satisfies Record<string, z.ZodType>

export type InstanceEventType = keyof typeof instanceEventData
