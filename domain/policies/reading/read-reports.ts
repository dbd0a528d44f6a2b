import { contextOf, finding, type Finding } from './finding'
import type { Part, PartValues } from './parts'
import type { Sentence } from './sentences'

type Asked = { [Name in 'reportFields' | 'reportOptional']: [Name, PartValues[Name], RegExp] }[
  'reportFields' | 'reportOptional']

const asked: readonly Asked[] = [
  [
    'reportFields',
    'description',
    /\b(?:descri(?:be|bes|ption)|details? (?:of|about)|detailed (?:reports?|information)|summary|explanation|type of (?:the )?(?:issue|vulnerability|bug)|what (?:the problem is|you found))\b/i,
  ],
  [
    'reportFields',
    'impact',
    /\b(?:impact|severity|consequences?|what the problem does|what an attacker|how (?:an attacker|it) (?:might|could|can)|affected users|risk)\b/i,
  ],
  [
    'reportFields',
    'contact',
    /\b(?:(?:your )?contact (?:information|details|info|data|address)|contact you|how (?:to|we can|can we) (?:reach|contact)|your (?:name|e-?mail|contact)|reach (?:its reporter|you))\b/i,
  ],
  [
    'reportOptional',
    'reproduction',
    /\b(?:reproduc\w+|steps|proof[- ]of[- ]concept|poc|exploit code|test case|demonstrat\w+)\b/i,
  ],
  [
    'reportOptional',
    'suggested fix',
    /\b(?:solutions?|suggested (?:fix|mitigation)|mitigations?|remediation|workarounds?|possible fix|proposed (?:fix|patch)|(?:a|any) (?:fix|patch)(?: |,|$))/i,
  ],
  [
    'reportOptional',
    'affected versions',
    /\b(?:versions?|commit|branch|tag|releases? affected|configuration|environment|platform)\b/i,
  ],
]

const asks =
  /\b(?:includ\w+|provid\w+|contain\w*|should have|must have|needs?|requires?|required|we ask|send us|tell us|give us|describes|says what|says how|as much (?:of|as)|following information)\b/i
const isAboutReports = /\b(?:report\w*|submission|e-?mail|mail|disclos\w+|issue|message|vulnerability)\b/i
const optional =
  /\b(?:optional(?:ly)?|if (?:possible|you (?:can|have|know)|known|available|any)|helpful|would help|may|any (?:potential|possible|suggest))\b/i
const ourSide =
  /\b(?:we|team|maintainers?|handler) (?:will|shall|would|then)\b|\badvisory (?:will|must|should|contains)|\brelease notes\b/i

function fieldFindings(sentence: Sentence): Finding[] {
  const { text, kind } = sentence
  const context = contextOf(sentence)
  const isListed =
    kind === 'item' &&
    asks.test(sentence.lead) &&
    isAboutReports.test(context) &&
    !/\bnot\b|process|steps we|following steps|out of scope/.test(sentence.lead)
  const underHeading =
    kind === 'item' &&
    /what to (?:include|report|send)|report (?:should|must|content|template)|must have|information to include|in your report/.test(
      context,
    )
  const inProse =
    asks.test(text) &&
    /\b(?:report|e-?mail|submission|message|information|details|include|provide)\b/i.test(text) &&
    (isAboutReports.test(context) || isAboutReports.test(text))
  if ((!isListed && !underHeading && !inProse) || ourSide.test(text)) return []
  // In prose only what comes after the asking word is asked for.
  const from = isListed || underHeading ? 0 : text.search(asks)
  const words = text.slice(Math.max(0, from))
  return asked.flatMap(([part, value, pattern]) => {
    const at = words.search(pattern)
    if (at < 0) return []
    if (part === 'reportOptional') return [finding(sentence, part, value)]
    const isOptional = optional.test(
      isListed || underHeading ? words : words.slice(Math.max(0, at - 40), at + 60),
    )
    return [finding(sentence, part, value, isOptional ? 'likely' : 'sure')]
  })
}

const rules: ReadonlyArray<[Extract<Part, 'completeInItself' | 'oneVulnerability'>, RegExp]> = [
  [
    'completeInItself',
    /\b(?:complete in itself|entirety of the report|(?:not|no|never|rather than|instead of|more than)\b[^.]{0,60}\b(?:(?:web |bare |external |only )*links?|attachments?|pastebin)\b|self-contained|in the body of)\b/i,
  ],
  [
    'oneVulnerability',
    /\b(?:one|single|each) (?:vulnerability|issue|problem|bug|finding)s? (?:per|for each|in each|at a time)\b|\babout (?:one|a single) vulnerability\b|\bseparate (?:reports?|e-?mails?|issues?|submissions?) for (?:each|every)\b|\b(?:each|every) (?:vulnerability|issue) separately\b|\b(?:do not|don['’]t) (?:combine|bundle|group)\b/i,
  ],
]

/** What a report must have and may have. */
export const readReports = (sentences: readonly Sentence[]): Finding[] =>
  sentences.flatMap((sentence) => {
    if (sentence.kind === 'code' || sentence.kind === 'row') return []
    const found = fieldFindings(sentence)
    for (const [part, pattern] of rules)
      if (pattern.test(sentence.text) && isAboutReports.test(`${sentence.text} ${contextOf(sentence)}`))
        found.push(finding(sentence, part, true))
    return found
  })
