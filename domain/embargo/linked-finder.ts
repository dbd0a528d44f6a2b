/** Says of a date that it was stated or proposed on a case that repeats this one; absent: on this case itself. */
export interface FromLinkedCase {
  linkedCase?: { reference: string | null }
}

/** The reporter, or on a linked case the second finder, as sentences begin. Their case is named only to who may see it. */
export function finderName({ linkedCase }: FromLinkedCase): string {
  if (linkedCase === undefined) return 'The reporter'
  return linkedCase.reference === null
    ? 'The reporter of a linked case'
    : `The reporter of ${linkedCase.reference}, which is linked,`
}
