import { dayMs, earliest, plusMs, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { FromLinkedCase } from './linked-finder'
import type { NotBefore } from './not-before'

/** A date one side proposes for the end of the embargo. */
export interface EmbargoProposal extends FromLinkedCase {
  id: string
  reportId: string
  by: 'reporter' | 'team'
  until: Instant
  state: 'open' | 'accepted' | 'declined' | 'lapsed'
  proposedAt: Instant
  /** Silence until then accepts it; null: silence lets it lapse. */
  answerBy: Instant | null
}

/**
 * A proposal nobody answered is accepted by silence where that was said with it; else it lapses when its own date has come. A newer
 * one of either side in the same conversation takes its place.
 */
export function proposalState(
  proposal: EmbargoProposal,
  all: readonly EmbargoProposal[],
  now: Instant,
): EmbargoProposal['state'] {
  if (proposal.state !== 'open') return proposal.state
  const { answerBy } = proposal
  const replacedAt = earliest(
    all
      .filter((other) => other.reportId === proposal.reportId && other.proposedAt > proposal.proposedAt)
      .map((other) => other.proposedAt),
  )
  if (answerBy !== null && answerBy <= now && (replacedAt === null || answerBy < replacedAt))
    return 'accepted'
  return replacedAt !== null || proposal.until <= now ? 'lapsed' : 'open'
}

/** Proposals that still wait for an answer. */
export const openProposals = (all: readonly EmbargoProposal[], now: Instant): EmbargoProposal[] =>
  all.filter((proposal) => proposalState(proposal, all, now) === 'open')

/** Makes a proposal, unless its date is past or it says what this side has already on the table. */
export function propose(
  proposal: { reportId: string; by: EmbargoProposal['by']; until: Instant },
  all: readonly EmbargoProposal[],
  now: Instant,
): Result<{ until: Instant }, Refusal> {
  if (proposal.until <= now)
    return refuseBecause('in_the_past', 'This date has passed. Propose one that lies ahead.')
  const isSame = openProposals(all, now).some(
    (other) =>
      other.by === proposal.by && other.reportId === proposal.reportId && other.until === proposal.until,
  )
  if (isSame) return refuseBecause('same_date', 'You proposed this date already. It waits for an answer.')
  return ok({ until: proposal.until })
}

/** Answers a proposal: only the other side may, and only while it is open. */
export function answerProposal(
  proposal: EmbargoProposal,
  by: EmbargoProposal['by'],
  all: readonly EmbargoProposal[],
  now: Instant,
): Result<EmbargoProposal, Refusal> {
  if (proposalState(proposal, all, now) !== 'open')
    return refuseBecause('not_open', 'This proposal is answered, replaced or past. Nothing was changed.')
  if (proposal.by === by)
    return refuseBecause('own_proposal', 'This is your own proposal. The other side answers it.')
  return ok(proposal)
}

/** The embargo both sides agreed to last, in words or by silence; null when none was. */
export const agreedUntil = (all: readonly EmbargoProposal[], now: Instant): Instant | null =>
  all
    .filter((proposal) => proposalState(proposal, all, now) === 'accepted')
    .sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1))[0]?.until ?? null

/** A date that a reporter publishes at on their own. */
export interface StatedDate extends FromLinkedCase {
  at: Instant
}

export interface DateConflict extends FromLinkedCase {
  /** certain: the earliest announcement lies after the reporter's date. possible: it is not known yet. */
  kind: 'certain' | 'possible'
  reporterDate: Instant
  notBefore: Instant | null
  /** The earliest it can be if everything were released this moment; null: `notBefore` is known. */
  atBest: Instant | null
  waitsFor: readonly string[]
}

export interface ConflictInput {
  /** Of every reporter, of linked cases too; the earliest counts. */
  dates: readonly StatedDate[]
  notBefore: NotBefore
  /** Before the confirmation nobody knows what is to be fixed, so the earliest announcement is not known either. */
  isConfirmed: boolean
  /** Days the policy waits after the last patch release. */
  delayDays: number
}

/**
 * The reporters' own dates against the earliest announcement. Worked cases: the reporter publishes on 1 March 08:00 UTC, the last
 * line was released on 24 February with 7 days to wait → certain; nothing is released on 25 February → certain too, for released
 * that day it is 4 March. A certain conflict is due to be negotiated.
 */
export function dateConflict(
  { dates, notBefore, isConfirmed, delayDays }: ConflictInput,
  now: Instant,
): DateConflict | null {
  const first = dates.reduce<StatedDate | null>(
    (before, one) => (before === null || one.at < before.at ? one : before),
    null,
  )
  if (first === null) return null
  const { at: reporterDate, ...from } = first
  const facts = { ...from, reporterDate, notBefore: notBefore.at, waitsFor: notBefore.waitsFor }
  if (notBefore.at !== null)
    return notBefore.at > reporterDate ? { kind: 'certain', ...facts, atBest: null } : null
  if (isConfirmed && notBefore.waitsFor.length === 0) return null
  const atBest = plusMs(now, delayDays * dayMs)
  return { kind: atBest > reporterDate ? 'certain' : 'possible', ...facts, atBest }
}
