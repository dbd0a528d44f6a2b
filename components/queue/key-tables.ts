/** A thing that keys do: the keys that start it, as the browser names them, and what it is. */
export interface KeyUse {
  keys: readonly string[]
  /** As the keys are written for people, where that differs. */
  shown?: readonly string[]
  does: string
}
export type KeyTable = Readonly<Record<string, KeyUse>>

/** Work on every page of the console. */
export const everywhereKeys = {
  palette: { keys: [], shown: ['⌘ K', 'Ctrl K'], does: 'Go anywhere, find a case' },
  keys: { keys: ['?'], does: 'Show these keys' },
} as const satisfies KeyTable

/** The keys of the queue. What acts on “the case” acts on all chosen ones, once some are. */
export const queueKeys = {
  next: { keys: ['j'], does: 'Next case' },
  before: { keys: ['k'], does: 'Case before' },
  open: { keys: [], shown: ['Enter'], does: 'Open the case' },
  choose: { keys: ['x'], does: 'Choose the case, or leave it out' },
  chooseRange: { keys: ['X'], shown: ['Shift x'], does: 'Choose all from the last one to here' },
  chooseNone: { keys: ['Escape'], shown: ['Esc'], does: 'Choose none' },
  assign: { keys: ['a'], does: 'Assign a handler' },
  claim: { keys: ['c'], does: 'Take the case yourself' },
  tag: { keys: ['t'], does: 'Put a tag on, or take one off' },
  close: { keys: ['d'], does: 'Close the chosen cases without a fix' },
  undo: { keys: ['z'], does: 'Undo what you did last' },
  severity: { keys: ['s'], does: 'Open the case at its severity' },
  unread: { keys: ['u'], does: 'Mark as unread' },
  search: { keys: ['/'], does: 'Search' },
} as const satisfies KeyTable

/** The keys of a list that is only walked through. */
export const listKeys = {
  next: { keys: ['j'], does: 'Next one' },
  before: { keys: ['k'], does: 'One before' },
  open: { keys: [], shown: ['Enter'], does: 'Open it' },
} as const satisfies KeyTable

/** The keys of the page of a case: the same letters as in the queue where they do the same. */
export const caseKeys = {
  nextStep: { keys: ['g'], does: 'Go to the next step' },
  queue: { keys: ['q'], does: 'Back to the queue, to this case' },
  write: { keys: ['r'], does: 'Write to the reporter' },
  note: { keys: ['n'], does: 'Write an internal note' },
  assign: { keys: ['a'], does: 'Assign or hand over' },
  claim: { keys: ['c'], does: 'Claim: take the case yourself' },
  tag: { keys: ['t'], does: 'Tags' },
  severity: { keys: ['s'], does: 'Severity' },
  lines: { keys: ['l'], does: 'Release lines' },
  audit: { keys: ['u'], does: 'Audit for similar problems' },
  advisory: { keys: ['v'], does: 'Advisory' },
  events: { keys: ['e'], does: 'Events' },
  widen: { keys: ['w'], does: 'Widen the section, or show the conversation' },
  closePanel: { keys: [], shown: ['Esc'], does: 'Close what is open' },
} as const satisfies KeyTable

/** The tables as the list under `?` shows them. */
export const keyGroups = {
  queue: { title: 'Queue', table: queueKeys },
  list: { title: 'List', table: listKeys },
  case: { title: 'Page of a case', table: caseKeys },
  everywhere: { title: 'Everywhere', table: everywhereKeys },
} as const
export type KeyGroup = keyof typeof keyGroups

/** What each key of a table does on a page: acts that are not given are left out, keys that are not in the table cannot be bound. */
export function bound<Table extends KeyTable>(
  table: Table,
  acts: { [Use in keyof Table]?: () => void },
): Record<string, () => void> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([use, { keys }]) => {
      const act = acts[use]
      return act ? keys.map((key) => [key, act]) : []
    }),
  )
}
