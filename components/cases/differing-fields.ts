/** A field of a form as a row stands, by the value the form would send. */
export interface FieldValue {
  name: string
  label: string
  value: string
  /** A choice in its words; null: as typed. */
  inWords?: (value: string) => string
}

export interface Difference {
  name: string
  label: string
  /** In words; empty text is said as such by who shows it. */
  theirs: string
  mine: string
  /** Who changed it since the form was opened: both only where one must give way. */
  changedBy: 'them' | 'me' | 'both'
}

/**
 * The fields in which what stands now and what is typed differ, by what both began with (`base`). Worked case: the form opened with
 * version 1.2.0 and no link; they wrote the link, I wrote 1.2.4 → link by them, version by me, and both can stand.
 */
export function differingFields(
  base: readonly FieldValue[],
  current: readonly FieldValue[],
  typed: Readonly<Record<string, string>>,
): Difference[] {
  return current.flatMap(({ name, label, value: theirs, inWords = (value) => value }) => {
    const before = base.find((one) => one.name === name)?.value ?? ''
    const mine = typed[name] ?? before
    if (mine === theirs) return []
    const changedBy = mine === before ? 'them' : theirs === before ? 'me' : 'both'
    return [{ name, label, theirs: inWords(theirs), mine: inWords(mine), changedBy }]
  })
}

/** What the form is to hold when mine stays and what only they changed is taken over; of fields both changed, mine. */
export function mergedFields(
  base: readonly FieldValue[],
  current: readonly FieldValue[],
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const theirs = new Set(
    differingFields(base, current, typed)
      .filter(({ changedBy }) => changedBy === 'them')
      .map(({ name }) => name),
  )
  return {
    ...typed,
    ...Object.fromEntries(
      current.filter(({ name }) => theirs.has(name)).map(({ name, value }) => [name, value]),
    ),
  }
}
