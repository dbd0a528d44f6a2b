import type { Justification } from './line-status'

/** Why a line is not affected, in words that finish “Not affected: …”. */
export const justificationLabel: Readonly<Record<Justification, string>> = {
  component_not_present: 'the vulnerable component is not part of it',
  vulnerable_code_not_present: 'the vulnerable code is not in it',
  vulnerable_code_not_in_execute_path: 'the vulnerable code is never run',
  vulnerable_code_cannot_be_controlled_by_adversary: 'an attacker cannot steer the vulnerable code',
  inline_mitigations_already_exist: 'a protection already in it stops the attack',
}
