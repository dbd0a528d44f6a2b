/** A qualified name or a file: `Template.render`, `std::vector::at`, `lib/render.js:10:5`. */
const compound = /[\p{L}_$][\p{L}\p{N}_$]*(?:(?:[.#]|::|[/\\]|->)[\p{L}\p{N}_$-]+)+/gu
/** A name as programmers write it: camelCase, PascalCase of several parts, snake_case. */
const name =
  /\b(?:\p{Ll}+\p{Lu}[\p{L}\p{N}]*|(?:\p{Lu}\p{Ll}+){2,}\p{N}*|[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+)\b/gu
const catalogueId = /\b(?:CVE-\d{4}-\d{4,}|CWE-\d+|GHSA(?:-[0-9a-z]{4}){3})\b/giu
const link = /\b[a-z][a-z0-9+.-]*:\/\/\S+/giu

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
