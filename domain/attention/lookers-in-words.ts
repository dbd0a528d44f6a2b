import type { Writing } from './writing'

interface Looker {
  name: string
  writing: Writing | null
}

const does: Readonly<Record<Writing, string>> = {
  reply: 'writing to the reporter',
  note: 'writing a note',
}
/** More names than these are counted. */
const mostNamed = 3

/**
 * Who else has a case before them, in one line: what somebody writes comes first, because two answers at once are what this is to
 * prevent. Empty: nobody. E.g. "Ana Karim is writing to the reporter. Mei Tan and Jonas Lind are looking at this case."
 */
export function lookersInWords(lookers: readonly Looker[]): string {
  const groups = (['reply', 'note', null] as const).map((writing) => ({
    names: lookers.filter((looker) => looker.writing === writing).map(({ name }) => name),
    does: writing === null ? 'looking at this case' : does[writing],
  }))
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ names, does }) => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${does}.`)
    .join(' ')
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed
  const shown = more > 0 ? [...names.slice(0, mostNamed), more === 1 ? 'one more' : `${more} more`] : names
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** The first letters of the first and the last of somebody's names, such as AK. */
export function initials(name: string): string {
  const names = name.trim().split(/\s+/)
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names
  return ends.map((one) => [...(one ?? '')][0]?.toUpperCase() ?? '').join('')
}
