import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from './case-event'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, openQuestions, type CaseFacts } from './stage'

export interface ConfirmCondition {
  code: 'open' | 'not_confirmed' | 'handler' | 'affected_line' | 'reproduced' | 'open_questions'
  isMet: boolean
  /** false: said beside the button, but does not hold the step up. */
  isRequired: boolean
  /** What is missing and what to do; empty when met. */
  reason: string
}

/** Who reproduced the vulnerability, and how; `how` is prose. */
export interface Reproduction {
  reproducedBy: string | null
  how: string
}

const names = (lines: readonly { line: { name: string } }[]) => lines.map((one) => one.line.name).join(', ')

/**
 * What confirming asks for (FIRST PSIRT framework, service 2.3: reproduce, then find what is affected), in order.
 * Lines not judged yet do not hold confirming up, but they hold up the announcement.
 */
export function confirmConditions(facts: CaseFacts, reproduction: Reproduction): ConfirmCondition[] {
  const unknown = openQuestions(facts.lines, facts.at)
  const condition = (
    code: ConfirmCondition['code'],
    isMet: boolean,
    reason: string,
    isRequired = true,
  ): ConfirmCondition => ({ code, isMet, isRequired, reason: isMet ? '' : reason })
  return [
    condition('open', !isClosed(facts), 'The case is closed. Reopen it first.'),
    condition('not_confirmed', facts.confirmedAt === null, 'The case is confirmed already.'),
    condition(
      'handler',
      facts.handlerId !== null && facts.acknowledgedAt !== null,
      'Nobody answers for this case yet. Acknowledge it first.',
    ),
    condition(
      'affected_line',
      facts.lines.some((line) => line.affectedness === 'affected'),
      'No release line is marked affected. Mark at least one.',
    ),
    condition(
      'reproduced',
      reproduction.reproducedBy !== null && reproduction.how.trim() !== '',
      'Say who reproduced it and how.',
    ),
    condition(
      'open_questions',
      unknown.length === 0,
      `Not judged yet: ${names(unknown)}. You can confirm now; they must be judged before the announcement.`,
      false,
    ),
  ]
}

/** Confirms, or refuses with the first condition that does not hold. */
export function confirm(
  facts: CaseFacts,
  reproduction: Reproduction,
  now: Instant,
): Result<CaseEvent, Refusal> {
  const missing = confirmConditions(facts, reproduction).find((one) => one.isRequired && !one.isMet)
  if (missing !== undefined) return refuseBecause(missing.code, missing.reason)
  return ok({
    type: 'confirmed',
    at: now,
    data: {
      reproducedBy: reproduction.reproducedBy ?? '',
      affectedLineIds: facts.lines
        .filter((line) => line.affectedness === 'affected')
        .map((line) => line.line.id),
    },
  })
}
