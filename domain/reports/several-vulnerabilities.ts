export interface SplitSign {
  sign: 'several_weaknesses' | 'several_identifiers' | 'numbered_findings' | 'says_so'
  /** The places in the text, as written. */
  found: readonly string[]
}

const unique = (texts: readonly string[]) => [
  ...new Map(texts.map((text) => [text.toLowerCase(), text])).values(),
]
const matches = (text: string, pattern: RegExp) => unique(text.match(pattern) ?? [])

const saysSo =
  /\b(?:two|three|four|five|six|several|multiple|many|[2-9]|\d\d) (?:\p{L}+ ){0,2}(?:vulnerabilities|issues|bugs|findings|flaws|security holes)\b/giu
const numbered =
  /^[^\S\n]*(?:#+[^\S\n]*)?(?:vulnerability|vuln|issue|finding|bug|flaw)[^\S\n]*#?[^\S\n]*(?:\d{1,2}|[ivx]{1,4})\b[^\n]{0,80}/gimu

/**
 * Signs that a report holds several vulnerabilities, so that the handler is offered to split it: one case is one vulnerability.
 * Signs only; a person decides.
 */
export function severalVulnerabilities(text: string): SplitSign[] {
  const signs: SplitSign[] = [
    { sign: 'several_weaknesses', found: matches(text, /\bCWE-\d{1,5}\b/gi) },
    { sign: 'several_identifiers', found: matches(text, /\bCVE-\d{4}-\d{4,}\b/gi) },
    { sign: 'numbered_findings', found: matches(text, numbered).map((one) => one.trim()) },
  ].filter(({ found }) => found.length > 1) as SplitSign[]
  const said = matches(text, saysSo)
  return said.length > 0 ? [...signs, { sign: 'says_so', found: said }] : signs
}
