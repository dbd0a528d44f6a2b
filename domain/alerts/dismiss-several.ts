/** An alert as a form names it: its id and the version one saw. */
export interface ChosenAlert {
  id: string
  seen: string
}

/** How dismissing several alerts went: each is dismissed or refused on its own. */
export interface SeveralDismissed {
  done: number
  /** Why not, one for each that was refused. */
  refused: readonly string[]
}

export const chosenAlertText = ({ id, version }: { id: string; version: number }): string =>
  `${id}:${version}`

export function readChosenAlert(text: string): ChosenAlert {
  const [id = '', seen = ''] = text.split(':', 2)
  return { id, seen }
}

/** What came of it: “3 alerts are dismissed. 2 were refused: The alert changed meanwhile.” Each reason is said once. */
export function severalInWords({ done, refused }: SeveralDismissed): string {
  const dismissed =
    done === 0
      ? 'Nothing was changed.'
      : done === 1
        ? 'One alert is dismissed.'
        : `${done} alerts are dismissed.`
  if (refused.length === 0) return dismissed
  const count = refused.length === 1 ? 'One was refused' : `${refused.length} were refused`
  return `${dismissed} ${count}: ${[...new Set(refused)].join(' ')}`
}
