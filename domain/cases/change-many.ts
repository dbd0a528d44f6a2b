/** What can be done to several cases at once. `unassign` and `untag` are what undoes the others. */
export const manyActs = ['assign', 'unassign', 'tag', 'untag', 'close'] as const
export type ManyAct = (typeof manyActs)[number]

/** So many cases at once: two pages of the queue. */
export const mostChosen = 50

/** How a change of several cases went: each is done or refused on its own. */
export interface ManyChanged {
  act: ManyAct
  done: string[]
  refused: { reference: string; reason: string }[]
  /** What takes it back, as the fields of the same form; null: it cannot be undone. */
  undo: { act: ManyAct; cases: string[]; label?: string } | null
}

const did: Readonly<Record<ManyAct, string>> = {
  assign: 'assigned',
  unassign: 'given back to who answered before',
  tag: 'tagged',
  untag: 'without the tag now',
  close: 'closed. The explanation went to the reporters',
}

/** What came of it, in a sentence or two: “3 cases assigned. 1 was refused: MAR-7K3QX: …”. */
export function manyInWords({ act, done, refused }: Pick<ManyChanged, 'act' | 'done' | 'refused'>): string {
  const [first] = done
  const changed =
    first === undefined
      ? 'Nothing was changed.'
      : `${done.length === 1 ? first : `${done.length} cases`} ${did[act]}.`
  if (refused.length === 0) return changed
  const reasons = refused.map(({ reference, reason }) => `${reference}: ${reason}`).join('\n')
  return `${changed} ${refused.length === 1 ? 'One was' : `${refused.length} were`} refused.\n${reasons}`
}

/**
 * A chosen case as a form names it: its reference and, where it matters, who answered for it when one looked and before that;
 * empty for nobody.
 */
export interface ChosenCase {
  reference: string
  /** The handler one saw. */
  seen?: string
  /** Whom undoing gives it back to. */
  before?: string
}

/** A chosen case as one text: its reference, the version seen and who had it before, with colons between them. */
export const chosenText = ({ reference, seen, before }: ChosenCase): string =>
  [reference, seen, before].filter((part) => part !== undefined).join(':')

/** The chosen case of such a text. Throws nothing: what is missing stays absent, and the command refuses it. */
export function readChosen(text: string): ChosenCase {
  const [reference = '', seen, before] = text.split(':', 3)
  return { reference, ...(seen !== undefined && { seen }), ...(before !== undefined && { before }) }
}
