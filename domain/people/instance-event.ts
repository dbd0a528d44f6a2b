import { z } from 'zod'
import { roles } from '@/domain/access/actor'
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
  sessions_ended: z.object({ personId: id }),
  person_removed: z.object({ personId: id }),
  role_changed: z.object({ personId: id, projectId: id, role: z.enum(roles).nullable() }),
  ownership_changed: z.object({ personId: id, isOwner: z.boolean() }),
  project_created: z.object({ projectId: id }),
  project_changed: z.object({ projectId: id }),
  statistics_chosen: z.object({ projectId: id, shown: z.array(z.enum(shownStatistics)) }),
  intake_changed: z.object({
    projectId: id,
    isUnderAttack: z.boolean(),
    floodAbove: z.number(),
    isPaused: z.boolean(),
  }),
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
  release_line_removed: z.object({ projectId: id, lineId: id, name: z.string() }),
} satisfies Record<string, z.ZodType>

export type InstanceEventType = keyof typeof instanceEventData
