/** What became of a message that came in. `waiting`: it is stored, and nobody has read it yet. */
export const incomingStates = ['waiting', 'report', 'reply', 'bounce', 'held', 'ignored', 'failed'] as const
export type IncomingState = (typeof incomingStates)[number]

/** Why a message is held, ignored or failed. */
export const incomingReasons = [
  // held: accepted, and waits for its sender or for an owner
  'only_link',
  'only_file',
  'empty',
  'smime',
  'no_project',
  'too_many',
  'paused',
  // ignored: never answered; `bulk` to a project's address is held
  'own',
  'automatic',
  'bulk',
  'notice',
  'foreign_bounce',
  // failed
  'defect',
  'refused',
] as const
export type IncomingReason = (typeof incomingReasons)[number]

/** What an owner may have read again from the start. */
export const isReadAgain = (state: IncomingState): boolean => state === 'failed'

/** What an owner may take as a report although the rules did not. */
export const isTakeable = (state: IncomingState): boolean =>
  state === 'held' || state === 'ignored' || state === 'failed'
