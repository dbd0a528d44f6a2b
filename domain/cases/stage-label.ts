import type { Stage } from './stage'

/** The stage's word as it stands on screens. */
export const stageLabel: Readonly<Record<Stage, string>> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  confirmed: 'Confirmed',
  fixing: 'Fixing',
  released: 'Released',
  announced: 'Announced',
  closed: 'Closed',
}
