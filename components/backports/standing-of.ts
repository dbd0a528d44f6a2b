import { affectednessLabel, planLabel, workLabel } from '@/components/cases/case-words'
import type { LineView } from '@/server/cases/case-view-lines'

/** How a line stands, in a few words. */
export const standingOf = (line: LineView): string =>
  [
    affectednessLabel[line.affectedness],
    line.plan && planLabel[line.plan],
    line.work && workLabel[line.work],
    line.release?.version,
  ]
    .filter(Boolean)
    .join(' · ')
