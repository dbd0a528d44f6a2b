import { readCrockford, toCrockford } from '@/lib/crockford'

const length = 5

/** Random bytes a reference needs (25 bits). */
export const referenceBytes = 4

/** A case's name for people, e.g. `MAR-7K3QX`: the project's key and 25 random bits, so that it tells nothing about how many cases there are. */
export const caseReference = (projectKey: string, randomBytes: Uint8Array): string =>
  `${projectKey}-${toCrockford(randomBytes, length)}`

/** A reference as somebody typed it (`mar 7k3qx`, `MAR-7K3OX`), in its one form; null when it is none. */
export function readReference(typed: string): string | null {
  const [, key, rest] = /^\s*([A-Za-z][A-Za-z0-9]{1,7})[\s-]+(\S.*?)\s*$/.exec(typed) ?? []
  const code = rest === undefined ? null : readCrockford(rest)
  return key === undefined || code?.length !== length ? null : `${key.toUpperCase()}-${code}`
}
