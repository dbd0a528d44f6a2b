import { affectednessLabel, planLabel, workLabel } from '@/components/cases/case-words'
import { justificationLabel } from '@/domain/backports/justification-label'
import { affectednesses, justifications, plans, type Work } from '@/domain/backports/line-status'

/** What can be chosen on a line, in the order in which it is asked. */
export const affectednessChoices = affectednesses.map((value) => ({ value, label: affectednessLabel[value] }))
export const justificationChoices = justifications.map((value) => ({
  value,
  label: justificationLabel[value].replace(/^./, (letter) => letter.toUpperCase()),
}))
export const planChoices = plans.map((value) => ({ value, label: planLabel[value] }))

/** The steps of the work that are open from here; releasing has a form of its own. */
export const workChoices = (current: Work | null, next: readonly Work[]) =>
  [...(current === null ? (['todo'] as const) : [current]), ...next]
    .filter((work) => work === current || work !== 'released')
    .map((value) => ({ value, label: workLabel[value] }))
