/** One argument of a message: `{name}`, `{count, plural, …}`, or a tag `<link>`. */
export interface IcuArgument {
  name: string
  kind: 'plain' | 'number' | 'plural' | 'select' | 'tag'
}

/** The arguments of a message in ICU MessageFormat, each once, by name. Throws where braces do not match. */
export function icuArguments(message: string): IcuArgument[] {
  const found = new Map<string, IcuArgument>()
  const add = (argument: IcuArgument) => {
    const known = found.get(argument.name)
    if (!known || known.kind === 'plain') found.set(argument.name, argument)
  }
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) add({ name: `<${tag}>`, kind: 'tag' })

  let at = 0
  const upTo = (signs: string): string => {
    const start = at
    while (at < message.length && !signs.includes(message[at]!)) at++
    if (at === message.length) throw new Error(`A brace is missing: ${message}`)
    return message.slice(start, at).trim()
  }
  const text = (isInside: boolean) => {
    for (; at < message.length && message[at] !== '}'; at++) {
      if (message[at] !== '{') continue
      at++
      argument()
    }
    if (isInside !== at < message.length) throw new Error(`Braces do not match: ${message}`)
  }
  const argument = () => {
    const name = upTo(',}')
    if (message[at] === '}') return add({ name, kind: 'plain' })
    at++
    const kind = upTo(',}')
    if (kind !== 'number' && kind !== 'plural' && kind !== 'select') throw new Error(`${kind}: ${message}`)
    add({ name, kind })
    if (kind === 'number') return void upTo('}')
    at++
    while (upTo('{}') !== '' || message[at] === '{') {
      at++
      text(true)
      at++
    }
  }
  text(false)
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
