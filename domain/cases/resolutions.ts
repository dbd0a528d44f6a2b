import { z } from 'zod'
import { toInstant, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { longText, shortText } from '@/lib/text'
import type { CaseEvent, ResolutionKind } from './case-event'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, type CaseFacts } from './stage'

const explanation = longText(10_000, 'Write an explanation. It goes to the reporter.')

const plain = <Kind extends ResolutionKind>(kind: Kind) => z.object({ kind: z.literal(kind), explanation })

/** A case ended without a fix: every kind explains itself to the reporter, and some must say more. */
export const resolutionSchema = z.discriminatedUnion('kind', [
  plain('duplicate').extend({ ofCaseId: shortText(64, 'Say which case this one repeats.') }),
  plain('not_reproducible'),
  plain('not_a_vulnerability'),
  plain('out_of_scope'),
  plain('unsafe_by_design').extend({
    documentedAt: shortText(500, 'Cite where this behaviour is documented: a link, or a page and section.'),
  }),
  plain('third_party').extend({
    upstream: shortText(200, 'Say which upstream project it belongs to.'),
    toldWhere: shortText(500, 'Say where they were told: their private address or form.'),
    toldAt: z.iso
      .datetime({ offset: true, error: 'Say when they were told, with date and time.' })
      .transform((text) => toInstant(text)),
  }),
  plain('unsupported_version'),
  plain('withdrawn'),
  plain('spam'),
])
export type Resolution = z.infer<typeof resolutionSchema>

/** What who holds the receipt of a held report reads that was no report. */
export const spamExplanation =
  'We could not tell this from spam and closed it. If it was meant for us, please report it again in your own words.'

/** What each kind asks for, as a form shows it before anything is typed. */
export const resolutionDemands: Record<ResolutionKind, { title: string; demands: string }> = {
  duplicate: { title: 'Duplicate', demands: 'Which case it repeats. The reporter keeps their own credit.' },
  not_reproducible: {
    title: 'Not reproducible',
    demands: 'What was tried, so that the reporter can add to it.',
  },
  not_a_vulnerability: {
    title: 'Not a vulnerability',
    demands: 'Why it is an ordinary bug, and where to report it.',
  },
  out_of_scope: { title: 'Out of scope', demands: 'Which part of the scope it falls outside.' },
  unsafe_by_design: { title: 'Unsafe by design', demands: 'Where the behaviour is documented.' },
  third_party: { title: 'Belongs to a third party', demands: 'Which upstream was told, where and when.' },
  unsupported_version: { title: 'Unsupported version only', demands: 'Which versions were checked.' },
  withdrawn: { title: 'Withdrawn by the reporter', demands: 'What the reporter said.' },
  spam: { title: 'Spam', demands: 'One sentence is enough.' },
}

/** Kinds that may close a case nobody acknowledged: there is no one to answer to, or they asked for it. */
const needNoHandler: readonly ResolutionKind[] = ['spam', 'withdrawn']

/** Closes the case without a fix, or says why that is not possible. */
export function resolve(
  facts: CaseFacts,
  resolution: Resolution,
  caseId: string,
  now: Instant,
): Result<CaseEvent, Refusal> {
  if (isClosed(facts)) return refuseBecause('closed', 'This case is closed already.')
  if (facts.announcedAt !== null)
    return refuseBecause(
      'announced',
      'The advisory is published. Correct or withdraw it there; the case itself stays announced.',
    )
  const detail = checkResolution(resolution, caseId, now)
  if (!detail.ok) return detail
  if (facts.handlerId === null && !needNoHandler.includes(resolution.kind))
    return refuseBecause('no_handler', 'Nobody answers for this case yet. Acknowledge it first.')
  if (resolution.kind === 'withdrawn' && facts.confirmedAt !== null)
    return refuseBecause(
      'confirmed',
      'The vulnerability is confirmed, so it stays one even if the reporter withdraws. Go on without them, or pick another reason.',
    )
  return ok({ type: 'resolved', at: now, data: { resolution: resolution.kind } })
}

/** What a well-formed resolution may still get wrong. */
export function checkResolution(
  resolution: Resolution,
  caseId: string,
  now: Instant,
): Result<Resolution, Refusal> {
  if (resolution.kind === 'duplicate' && resolution.ofCaseId === caseId)
    return refuseBecause('same_case', 'A case cannot repeat itself. Pick the other case.')
  if (resolution.kind === 'third_party' && resolution.toldAt > now)
    return refuseBecause(
      'told_later',
      'Tell the upstream first, then close this case. The instant is in the future.',
    )
  return ok(resolution)
}
