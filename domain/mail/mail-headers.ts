/** The headers of a message as far as rules ask for them: lower-case name to its values, in order, unfolded. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

/** The first value of a header without white space around it; null when it is not there. */
export const headerOf = (headers: MailHeaders, name: string): string | null =>
  headers.get(name)?.[0]?.trim() ?? null

const address = /[^\s<>(),;:"@[\]\\]{1,64}@[^\s<>(),;:"@[\]\\]{1,255}/g

/** Every mail address in the values of these headers, in lower case, each once, in the order of the names given. */
export function addressesIn(headers: MailHeaders, names: readonly string[]): string[] {
  const found = names.flatMap((name) =>
    (headers.get(name) ?? []).flatMap((value) => value.slice(0, 20_000).match(address) ?? []),
  )
  return [...new Set(found.map((one) => one.toLowerCase()))]
}

/** The ids in angle brackets in these headers, without the brackets, each once. */
export function messageIdsIn(headers: MailHeaders, names: readonly string[]): string[] {
  const found = names.flatMap((name) =>
    (headers.get(name) ?? []).flatMap(
      (value) => value.slice(0, 20_000).match(/[^\s<>]{1,250}@[^\s<>]{1,250}/g) ?? [],
    ),
  )
  return [...new Set(found)]
}
