import type { Instant } from '@/lib/instant'
import { agreedUntil, openProposals, type DateConflict, type EmbargoProposal } from './counter-proposal'

/**
 * Where two sides stand with their dates. needed: the dates do not fit and nothing is on the table. open: a proposal waits
 * for an answer. agreed: both said yes, or one by silence. none: there is nothing to negotiate.
 */
export interface Negotiation {
  state: 'none' | 'needed' | 'open' | 'agreed'
  /** Who answers the proposal on the table. */
  waitsFor: 'reporter' | 'team' | null
  agreedUntil: Instant | null
}

/** The negotiation of one conversation, from its dates and proposals alone: nobody opens or closes it by hand. */
export function negotiationOf(
  conflict: DateConflict | null,
  proposals: readonly EmbargoProposal[],
  now: Instant,
): Negotiation {
  const agreed = agreedUntil(proposals, now)
  const [open] = openProposals(proposals, now)
  if (open) return { state: 'open', waitsFor: open.by === 'team' ? 'reporter' : 'team', agreedUntil: agreed }
  if (conflict?.kind === 'certain') return { state: 'needed', waitsFor: null, agreedUntil: agreed }
  return { state: agreed === null ? 'none' : 'agreed', waitsFor: null, agreedUntil: agreed }
}
