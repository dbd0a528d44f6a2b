import { ok, type Result } from '@/lib/result'
import type { OverrideGround } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { Gate, GateCode } from './gates'

export const overrideTitles: Record<OverrideGround, string> = {
  exploited: 'It is being exploited',
  leaked: 'It has leaked',
  reporter_will_publish: 'The reporter will publish',
  other: 'Another reason',
}

/**
 * Gates a lead may step over. The others hold always: an advisory that is incomplete, without a severity, or about something
 * nobody confirmed helps no user, however urgent.
 */
export const overridableGates: readonly GateCode[] = [
  'audit',
  'lines',
  'not_before',
  'approval',
  'counter_proposal',
]

/** A lead's decision to step over the gates that were unmet at that moment, and over no other. */
export interface Override {
  ground: OverrideGround
  gates: readonly GateCode[]
}

/** An override of all unmet gates, or why it cannot be: nothing is unmet, or one cannot be stepped over. Permission is asked elsewhere. */
export function overrideGates(
  input: { ground: OverrideGround; text: string | null },
  unmet: readonly Gate[],
): Result<Override, Refusal> {
  if (input.ground === 'other' && !input.text?.trim())
    return refuseBecause('text_missing', 'Write the reason. It stays on the timeline.')
  if (unmet.length === 0)
    return refuseBecause('nothing_to_override', 'Every gate is met. There is nothing to override.')
  const firm = unmet.filter((gate) => !overridableGates.includes(gate.code))
  if (firm.length > 0)
    return refuseBecause(
      'not_overridable',
      `These cannot be overridden: ${firm.map((gate) => `${gate.title.toLowerCase()} (${gate.reason})`).join(' ')}`,
    )
  return ok({ ground: input.ground, gates: unmet.map((gate) => gate.code) })
}

/** The unmet gates an override does not cover. A gate that closed after the override is one of them. */
export const notOverridden = (unmet: readonly Gate[], override: Override | null): Gate[] =>
  unmet.filter((gate) => !override?.gates.includes(gate.code) || !overridableGates.includes(gate.code))
