import type { LineStatus } from './line-status'

/** A line's whole status as one mark, for where many lines stand in a row. */
export type LineMark =
  'released' | 'in_work' | 'to_do' | 'not_affected' | 'unknown' | 'wont_fix' | 'out_of_support'

/** How the mark is said. */
export const lineMarkLabel: Readonly<Record<LineMark, string>> = {
  released: 'released',
  in_work: 'in work',
  to_do: 'to do',
  not_affected: 'not affected',
  unknown: 'not judged yet',
  wont_fix: 'will not be fixed',
  out_of_support: 'out of support',
}

/** The mark of a line status: affectedness first, then the plan, then how far the work is. */
export function lineMark({
  affectedness,
  plan,
  work,
}: Pick<LineStatus, 'affectedness' | 'plan' | 'work'>): LineMark {
  if (affectedness === 'unknown') return 'unknown'
  if (affectedness === 'not_affected') return 'not_affected'
  if (plan === 'wont_fix' || plan === 'out_of_support') return plan
  if (work === 'released' || work === 'verified') return 'released'
  return work === null || work === 'todo' ? 'to_do' : 'in_work'
}
