// Every run is bounded, and begins only where no run is going on: a line of a megabyte is read in one go.

/** A qualified name or a file: `Template.render`, `std::vector::at`, `lib/render.js:10:5`. */
const compound =
  /(?<![\p{L}\p{N}_$])[\p{L}_$][\p{L}\p{N}_$]{0,64}(?:(?:[.#]|::|[/\\]|->)[\p{L}\p{N}_$-]{1,64}){1,32}/gu
/** A name as programmers write it: camelCase, PascalCase of several parts, snake_case. */
const name =
  /(?<![\p{L}\p{N}_])(?:\p{Ll}{1,32}\p{Lu}[\p{L}\p{N}]{0,64}|(?:\p{Lu}\p{Ll}{1,32}){2,8}\p{N}{0,8}|[\p{L}\p{N}]{1,32}(?:_[\p{L}\p{N}]{1,32}){1,8})(?![\p{L}\p{N}_])/gu
const catalogueId = /\b(?:CVE-\d{4}-\d{4,12}|CWE-\d{1,8}|GHSA(?:-[0-9a-z]{4}){3})\b/giu
const link = /\b[a-z][a-z0-9+.-]{0,20}:\/\/\S+/giu

/** A report with a whole dump in it is told by its first names as well. */
const mostSigns = 400

/**
 * What tells one vulnerability from another however it is described: names of functions and files as they stand in a stack trace,
 * and ids of catalogues; lower case, each once. A file is told by its last part, because folders differ from machine to machine.
 */
export function signsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(link, ' ')
  const signs = new Set<string>()
  const add = (sign: string) => {
    if (sign.length > 3 && sign.length <= 100 && signs.size < mostSigns) signs.add(sign.toLowerCase())
  }
  for (const [id] of plain.matchAll(catalogueId)) add(id)
  for (const [found] of plain.matchAll(compound)) add(found.split(/[/\\]/).at(-1) ?? '')
  for (const [found] of plain.matchAll(name)) add(found)
  return [...signs]
}
