import type { Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import { openLineReason, openLines } from '@/domain/backports/settled-lines'
import type { PolicyTerms } from '@/domain/policies/terms'
import { openProposals, type EmbargoProposal } from './counter-proposal'
import { finderName } from './linked-finder'
import { notBefore } from './not-before'
import { utcText } from '@/lib/utc-text'

/** The conditions of an announcement, in the order in which they are listed everywhere. */
export const gateCodes = [
  'confirmed',
  'severity',
  'audit',
  'lines',
  'not_before',
  'advisory',
  'approval',
  'counter_proposal',
] as const
export type GateCode = (typeof gateCodes)[number]

export interface Gate {
  code: GateCode
  isMet: boolean
  /** The condition in words; of one that does not apply, that it does not. */
  title: string
  /** Plain words: why it holds, or what is missing and whose turn it is. */
  reason: string
  /** What the sentence was made from, for screens and machines. */
  facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

export interface GatesInput {
  confirmedAt: Instant | null
  handlerId: string | null
  /** low, medium, high, critical; null: not classified. */
  rating: string | null
  /** The audit for similar problems; null: not recorded. */
  audit: { waived: boolean } | null
  lines: readonly LineStatus[]
  terms: Pick<PolicyTerms, 'announce'>
  /** What the advisory lacks, one sentence each (domain/advisories/completeness.ts). */
  advisoryGaps: readonly string[]
  /** The draft's version and the version that was approved. */
  advisory: { version: number; approvedVersion: number | null }
  /** People who could approve: leads and handlers of the project. */
  maintainers: number
  /** Those of linked cases too: a second finder keeps their own conversation. */
  proposals: readonly EmbargoProposal[]
  now: Instant
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function confirmed({ confirmedAt, handlerId }: GatesInput): Gate {
  const isMet = confirmedAt !== null && handlerId !== null
  const reason = isMet
    ? 'Confirmed, and somebody answers for it.'
    : handlerId === null
      ? 'Nobody answers for the case. Acknowledge it, or assign a handler.'
      : 'The vulnerability is not confirmed. The handler confirms it.'
  const facts = { confirmedAt, hasHandler: handlerId !== null }
  return { code: 'confirmed', isMet, title: 'Confirmed, with a handler', reason, facts }
}

const severity = ({ rating }: GatesInput): Gate => ({
  code: 'severity',
  isMet: rating !== null,
  title: 'Severity classified',
  reason:
    rating === null
      ? 'The severity is not classified. The handler classifies it.'
      : `Classified as ${rating}.`,
  facts: { rating },
})

const audit = ({ audit: recorded }: GatesInput): Gate => ({
  code: 'audit',
  isMet: recorded !== null,
  title: 'Audit for similar problems recorded',
  reason:
    recorded === null
      ? 'Nobody has recorded whether the same mistake stands elsewhere. The handler records what was searched, or waives it with a reason.'
      : recorded.waived
        ? 'Waived, with a reason.'
        : 'Recorded.',
  facts: { waived: recorded?.waived ?? null },
})

function lines({ lines: rows, now }: GatesInput): Gate {
  const open = openLines(rows, now)
  const isMet = rows.length > 0 && open.length === 0
  const reason =
    rows.length === 0
      ? 'The case has no release lines. Add the lines it may affect.'
      : isMet
        ? 'Every affected line is released, or has its reason.'
        : open.map(openLineReason).join(' ')
  const facts = { waitsFor: open.map((status) => status.line.name) }
  return { code: 'lines', isMet, title: 'Every line released or decided', reason, facts }
}

function waited({ lines: rows, terms, now }: GatesInput): Gate {
  const { delayDays } = terms.announce
  const earliest = notBefore(rows, delayDays, now)
  // Without any line nobody can say yet whether there will be a patch release to count from.
  const isMoot = rows.length > 0 && earliest.at === null && earliest.waitsFor.length === 0
  const isMet = isMoot || (earliest.at !== null && earliest.at <= now)
  const days = count(delayDays, 'day', 'days')
  const reason =
    earliest.at !== null
      ? isMet
        ? `The time after the last patch release is over since ${utcText(earliest.at)}.`
        : `The policy waits ${days} after the last patch release: until ${utcText(earliest.at)}. Nobody has to do anything.`
      : isMoot
        ? 'No line is to be fixed, so nothing has to be waited for.'
        : rows.length === 0
          ? 'The case has no release lines, so there is no patch release to count from yet.'
          : `${delayDays === 0 ? 'Not every patch release is out' : `The ${days} after the last patch release have not begun`}: ${earliest.waitsFor.join(', ')} ${earliest.waitsFor.length === 1 ? 'is' : 'are'} missing.`
  const facts = { notBefore: earliest.at, delayDays, waitsFor: earliest.waitsFor }
  const title = isMoot ? 'No waiting time applies' : 'Waiting time is over'
  return { code: 'not_before', isMet, title, reason, facts }
}

const advisory = ({ advisoryGaps }: GatesInput): Gate => ({
  code: 'advisory',
  isMet: advisoryGaps.length === 0,
  title: 'Advisory complete',
  reason: advisoryGaps.length === 0 ? 'Nothing is missing.' : advisoryGaps.join(' '),
  facts: { gaps: advisoryGaps },
})

function approval({ terms, maintainers, advisory: draft }: GatesInput): Gate {
  const isAsked = terms.announce.secondApproval && maintainers > 1
  const isApproved = draft.approvedVersion !== null && draft.approvedVersion >= draft.version
  const reason = !terms.announce.secondApproval
    ? 'The policy asks for no second approval.'
    : !isAsked
      ? 'The team has one maintainer, so there is nobody to ask.'
      : isApproved
        ? 'Approved by a second maintainer.'
        : draft.approvedVersion === null
          ? 'Not approved yet. A lead, or a handler who did not edit it last, approves it.'
          : 'Changed since it was approved. A lead, or a handler who did not edit it last, approves it again.'
  const facts = { isAsked, version: draft.version, approvedVersion: draft.approvedVersion }
  return {
    code: 'approval',
    isMet: !isAsked || isApproved,
    title: isAsked ? 'Approved by a second maintainer' : 'No second approval needed',
    reason,
    facts,
  }
}

function counterProposal({ proposals, now }: GatesInput): Gate {
  const open = openProposals(proposals, now)
  const [first] = open
  const reason =
    first === undefined
      ? 'No embargo date is open.'
      : first.by === 'reporter'
        ? `${finderName(first)} proposes ${utcText(first.until)}. The handler accepts or declines${first.linkedCase ? ' on that case' : ''}.`
        : `We proposed ${utcText(first.until)}. ${finderName(first)} has not answered.`
  const facts = { open: open.map((one) => one.id), until: first?.until ?? null }
  return { code: 'counter_proposal', isMet: open.length === 0, title: 'No embargo date open', reason, facts }
}

/**
 * All eight gates of an announcement, met or not, in their order. The same list disables the button, refuses the command,
 * and is asked again by the job that publishes.
 */
export const gatesOf = (input: GatesInput): Gate[] =>
  [confirmed, severity, audit, lines, waited, advisory, approval, counterProposal].map((gate) => gate(input))

/** The gates that do not hold. Empty: the advisory may be announced. */
export const unmetGates = (input: GatesInput): Gate[] => gatesOf(input).filter((gate) => !gate.isMet)
