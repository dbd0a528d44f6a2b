/** The way to a value inside an input: names and positions. */
export type Field = readonly (string | number)[]

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Every field of an input, those inside lists and objects included; of equal entries of a list only the first. */
export function fieldsOf(input: unknown): Field[] {
  const entries: [string | number, unknown][] = Array.isArray(input)
    ? input.slice(0, 1).map((value) => [0, value])
    : isPlain(input)
      ? Object.entries(input)
      : []
  return entries.flatMap(([name, value]) => [[name], ...fieldsOf(value).map((deeper) => [name, ...deeper])])
}

/** The same input with another value there; what is not there yet on the way to it is made. */
export function withField(input: unknown, [name, ...deeper]: Field, value: unknown): unknown {
  if (name === undefined) return value
  const part = (input as Record<string | number, unknown> | null | undefined)?.[name]
  const changed = withField(part, deeper, value)
  if (typeof name === 'number') return [changed, ...(Array.isArray(input) ? input.slice(1) : [])]
  return { ...(input as object | null | undefined), [name]: changed }
}
