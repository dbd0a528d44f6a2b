import { dayMs, plusMs, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'

const validDays = 7

export interface Invitation {
  expiresAt: Instant
  acceptedAt: Instant | null
  revokedAt: Instant | null
}

/** When an invitation made now stops working: 7 days of 24 h later. */
export const invitationExpiry = (createdAt: Instant): Instant => plusMs(createdAt, validDays * dayMs)

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** How an invitation stands now; accepted and revoked come before expired. */
export function invitationState(invitation: Invitation, now: Instant): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return now >= invitation.expiresAt ? 'expired' : 'open'
}

const reasons: Record<Exclude<InvitationState, 'open'>, string> = {
  accepted: 'This invitation was used already. Sign in, or ask for a new one.',
  revoked: 'This invitation was taken back. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
}

/** May the invitation be used now? Once only, and for 7 days. */
export function acceptInvitation<Kept extends Invitation>(
  invitation: Kept,
  now: Instant,
): Result<Kept, Refusal> {
  const state = invitationState(invitation, now)
  return state === 'open' ? ok(invitation) : refuseBecause(state, reasons[state])
}
