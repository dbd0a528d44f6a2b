import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { LineStatus } from './line-status'

export const backportRequestStates = ['requested', 'accepted', 'declined'] as const
export type BackportRequestState = (typeof backportRequestStates)[number]

/** Somebody asks for a fix on an older line, saying what the newer one breaks and showing it (a link or text). */
export interface BackportRequest {
  state: BackportRequestState
  breakingChange: string
  demonstration: string
}

const isGiven = (text: string) => text.trim().length > 0

/** Whether the request says what breaks and shows it. Without it stays requested. */
export const hasEvidence = (request: Pick<BackportRequest, 'breakingChange' | 'demonstration'>): boolean =>
  isGiven(request.breakingChange) && isGiven(request.demonstration)

/** Whether somebody may ask for this line: the policy takes requests, the line is affected, and no fix is planned for it yet. */
export function checkBackportRequest(
  status: LineStatus,
  terms: Pick<PolicyTerms, 'backports'>,
): Result<null, Refusal> {
  const { line } = status
  if (terms.backports.olderMinors !== 'on_request') {
    return refuseBecause(
      'not_taken',
      'This project takes no requests for older lines. Move to a supported line.',
    )
  }
  if (status.affectedness === 'not_affected') {
    return refuseBecause('not_affected', `${line.name} is not affected and needs no fix.`)
  }
  if (status.plan === 'fix') return refuseBecause('planned', `A fix for ${line.name} is planned already.`)
  return ok(null)
}

const onlyOpen = (request: BackportRequest): Result<null, Refusal> =>
  request.state === 'requested'
    ? ok(null)
    : refuseBecause('decided', `The request is ${request.state} already. Reload to see the answer.`)

/**
 * The line after the request was accepted: to be fixed, with the reason that makes it count although it is out of support, so that
 * the announcement waits for it. Refused without a demonstrated break (policy: “someone requests it and demonstrates it”).
 */
export function acceptBackport(request: BackportRequest, status: LineStatus): Result<LineStatus, Refusal> {
  const open = onlyOpen(request)
  if (!open.ok) return open
  if (!hasEvidence(request)) {
    return refuseBecause(
      'evidence',
      'The request does not show what the newer version breaks. Ask for it, or decline.',
    )
  }
  if (status.affectedness !== 'affected') {
    return refuseBecause('not_judged', `Mark ${status.line.name} affected first.`)
  }
  return ok({
    ...status,
    plan: 'fix',
    planReason: `Accepted on request: ${request.breakingChange.trim()}`,
    work: status.plan === 'fix' ? status.work : 'todo',
  })
}

/** Declining needs a reason, which the asker sees. */
export function declineBackport(request: BackportRequest, reason: string): Result<null, Refusal> {
  const open = onlyOpen(request)
  if (!open.ok) return open
  return isGiven(reason) ? ok(null) : refuseBecause('reason_missing', 'Say why. Whoever asked will read it.')
}
