import type { LineMark } from '@/domain/backports/line-mark'

/** How far a line is as one sign, the same in the queue and on the page of a case; words stand beside it or in its place. */
export const lineMarkSign: Readonly<Record<LineMark, string>> = {
  released: '●',
  in_work: '◐',
  to_do: '○',
  not_affected: '–',
  unknown: '?',
  wont_fix: '×',
  out_of_support: '×',
}
