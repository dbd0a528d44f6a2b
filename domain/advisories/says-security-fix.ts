/** What each part of a statement may be called, in the two languages of the portal. Words are bounded: a line may be a megabyte. */
const words = String.raw`(?:[^\s;:!?]{1,40} ){0,7}`
const vulnerabilities = String.raw`vulnerabilit(?:y|ies)`
const fixing = String.raw`(?:fix(?:e[sd]|ing)?|patch(?:e[sd]|ing)?|address(?:e[sd])?|resolve[sd]?|mitigate[sd]?|close[sd]?)`
const statements = [
  String.raw`security (?:[\p{L}-]{1,40} ){0,2}(?:fix(?:es)?|releases?|updates?|patch(?:es)?|issues?|bugs?|flaws?|holes?|problems?|${vulnerabilities})`,
  String.raw`${fixing} ${words}${vulnerabilities}`,
  String.raw`${vulnerabilities} ${words}(?:fixed|patched|addressed|resolved|mitigated|closed)`,
  String.raw`sicherheits-?(?:lücken?|updates?|aktualisierung(?:en)?|patch(?:es)?|fix(?:es)?|fehlern?|problem(?:en?|s)?|korrektur(?:en)?|release|version)`,
  String.raw`(?:behebt|beheben|schließt|schliesst|schließen|korrigiert) ${words}schwachstellen?`,
  String.raw`schwachstellen? ${words}(?:behoben|geschlossen|korrigiert)`,
]
const statement = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${statements.join('|')})(?![\p{L}\p{N}])`, 'giu')

/** “Security: fix …”, “[security] …”, “security(parser): …”. */
const prefix =
  /^\[?(?:security|sicherheit)(?:\]|\([^()]{1,60}\):|:| [–—-] )(?!\s?(?:$|none\b|nothing\b|n\/a\b|keine?\b|nichts\b))/iu
const heading = /^(?:security|sicherheit)[:.]?$/iu

/** What stands under a heading when there is nothing to say. */
const nothing =
  /^(?:there (?:are|is|were) |this release (?:has|contains|fixes) )?(?:none|nothing|no|n\/a|keine?|nichts)(?! longer)(?![\p{L}\p{N}])/iu

const denial =
  /(?<![\p{L}\p{N}])(?:no|not|non|never|neither|nor|without|\p{L}{2,8}n['’]t|kein(?:e[nmrs]?|erlei)?|nicht|ohne)(?![\p{L}\p{N}])(?! (?:only|just|merely|nur)(?![\p{L}\p{N}]))/iu
const deniedAfter =
  /^(?: [^\s;:!?]{1,40}){0,2}(?::? (?:none|keine?)(?![\p{L}\p{N}])| (?:not|nicht) (?:included|contained|present|part|enthalten|dabei))/iu

/**
 * Whether a release note says that it is a security fix, as its reader would understand it. A denial in the same clause takes it
 * back. Worked cases: “Fixes a path traversal vulnerability”, a heading “Security” → yes; “does not contain any security fixes” → no.
 */
export function saysSecurityFix(text: string): boolean {
  const sentences = sentencesOf(text)
  return sentences.some((sentence, index) => {
    if (heading.test(sentence)) return !nothing.test(sentences[index + 1] ?? '')
    if (prefix.test(sentence) && !denial.test(sentence.slice(0, 60))) return true
    return [...sentence.matchAll(statement)].some(
      ({ 0: said, index: at }) => !isDenied(sentence.slice(0, at), said, sentence.slice(at + said.length)),
    )
  })
}

/** A denial counts in the clause of the statement, and before an “or” that goes on with it. */
function isDenied(before: string, said: string, after: string): boolean {
  const clauses = before.slice(-400).split(/[,;:()–—]| - /u)
  let clause = clauses.pop() ?? ''
  if (/^ (?:or|nor|oder|noch)(?![\p{L}\p{N}])/iu.test(clause)) clause = [...clauses, clause].join(' ')
  return denial.test(clause) || denial.test(said) || deniedAfter.test(after.slice(0, 120))
}

/** Sentences without the marks of Markdown; a heading and each entry of a list stand for themselves. */
function sentencesOf(text: string): string[] {
  const blocks: string[][] = [[]]
  for (const line of text.split(/\r?\n/)) {
    const isMarked = /^\s{0,8}(?:#{1,6}|[-*+>]|\d{1,4}[.)])(?:\s|$)/.test(line)
    const content = line.replace(/^[\s#>*+_-]{1,16}/, '').replace(/[\s*_#]{1,16}$/, '')
    if (content === '' || isMarked || heading.test(content)) blocks.push([])
    if (content !== '') blocks.at(-1)?.push(content)
    if (/^\s{0,3}#/.test(line) || heading.test(content)) blocks.push([])
  }
  return blocks
    .map((lines) => lines.join(' ').replace(/\s+/g, ' '))
    .flatMap((block) => block.split(/(?<=[.!?]) /))
    .filter((sentence) => sentence !== '')
}
