import { dayMs, plusMs, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { isClosed, type CaseFacts } from '@/domain/cases/stage'

/** `waiting` until the upstream answers, or the team stops asking. */
export const handoverStates = ['waiting', 'answered', 'stopped'] as const
export type HandoverState = (typeof handoverStates)[number]

/** Days an upstream is given to answer when nobody picks another day. */
export const chaseAfterDays = 7

/** When an upstream that was told at `toldAt` is asked again, unless somebody picks another day. */
export const usualChaseAt = (toldAt: Instant): Instant => plusMs(toldAt, chaseAfterDays * dayMs)

/**
 * Whether the hand-over can be recorded: it is written down after the upstream was told, through a private channel, by whoever
 * answers for the case. Worked case: told yesterday, chase in six days → recorded; told tomorrow → refused.
 */
export function handOverUpstream(
  facts: CaseFacts,
  told: { at: Instant; chaseAt: Instant },
  now: Instant,
): Result<null, Refusal> {
  if (isClosed(facts)) return refuseBecause('closed', 'This case is closed. Reopen it first.')
  if (facts.handlerId === null)
    return refuseBecause('no_handler', 'Nobody answers for this case yet. Acknowledge it first.')
  if (told.at > now)
    return refuseBecause(
      'told_later',
      'Tell the upstream first, then record it. The instant is in the future.',
    )
  if (told.chaseAt <= now)
    return refuseBecause('chase_past', 'Pick a day that lies ahead for asking them again.')
  return ok(null)
}

/** Whether it can be recorded that they were asked again: after it was done, while the answer is waited for, with a next day ahead. */
export function askUpstreamAgain(
  { state, toldAt }: { state: HandoverState; toldAt: Instant },
  asked: { at: Instant; chaseAt: Instant },
  now: Instant,
): Result<null, Refusal> {
  const waits = stillWaits(state)
  if (!waits.ok) return waits
  if (asked.at > now)
    return refuseBecause('asked_later', 'Ask them first, then record it. The instant is in the future.')
  if (asked.at < toldAt)
    return refuseBecause('asked_before_told', 'That is before they were told. Check the date.')
  if (asked.chaseAt <= now)
    return refuseBecause('chase_past', 'Pick a day that lies ahead for asking them again.')
  return ok(null)
}

/** Asking goes on or ends only while nobody has answered. */
export function stillWaits(state: HandoverState): Result<null, Refusal> {
  if (state === 'waiting') return ok(null)
  return refuseBecause(
    'not_waiting',
    state === 'answered' ? 'They have answered already.' : 'They are not asked any more.',
  )
}
