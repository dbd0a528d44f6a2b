import type { Stage } from '@/domain/cases/stage'

/** The stages as a reporter reads them. */
export const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  confirmed: 'Confirmed',
  fixing: 'Fixing',
  released: 'Fix released',
  announced: 'Announced',
  closed: 'Closed',
}
