// "No later than" and its like promise; they only look like a refusal.
const falseNegations =
  /\b(?:not?|never) (?:longer|later|more|less|fewer) than\b|\bnot only\b|\bwhether or not\b|\bno matter\b|\bif not\b/gi
const negation = /\b(?:not|no|never|cannot|unable|neither|nor|without|nicht|kein\w{0,2}|ohne)\b|n't\b/i

/** Does a clause refuse or deny what it speaks of? "We do not promise", "no guarantee"; not "no later than". */
export const isNegated = (clause: string): boolean =>
  negation.test(clause.replace(/[’‘]/g, "'").replace(falseNegations, ' '))

const hedges =
  /\b(?:aim|aims|aiming|try|tries|trying|strive|strives|endeavou?r|hope|attempt|best[- ]effort|(?:our|my|their) (?:very )?best|(?:reasonable|every|best) efforts?|goals?|targets?|objectives?|usually|typically|normally|generally|often|mostly|commonly|in (?:most|many) cases|most (?:\w+ )?(?:issues|problems|reports|bugs|vulnerabilities|fixes|cases)|historically|since (?:19|20)\d\d|ha(?:ve|s) (?:always |so far )?(?:responded|answered|replied|acknowledged|fixed)|in the past|so far|on average|average|ideally|intend|plan to|would like|might|may|(?:about|around)(?= ?$| \d| (?:one|two|three|four|five|six|seven|ten|half)\b)|approximately|approx|circa|ca|roughly|where possible|if possible|when possible|not guaranteed|no guarantee|cannot guarantee|not a promise|in der Regel|üblicherweise|normalerweise|bemühen|versuchen|möglichst|etwa)\b/i
const firmRefusal =
  /(?:\b(?:not|no|never|cannot|unable|without)|n['’]t)\b[^.;]{0,40}\b(?:guarantee\w*|promis\w+|commit\w*|expect\w*|able|assur\w+|ensur\w+|SLA|offer|embargo\w*)/i

/** Does a negated clause plainly refuse to promise? "We cannot guarantee"; not "reports that are not in English". */
export const isFirmRefusal = (clause: string): boolean => firmRefusal.test(clause)

const newSubject = /\b(?:we|you|i|they|it|the \w+ ?(?:team|maintainers?)|maintainers?|the team|our team)\b/i

/** Does an aim at the beginning of a sentence cover what comes later? "We aim to acknowledge in one day and to respond in three." */
export const hedgeCarries = (whole: string, since: string): boolean =>
  since.length < whole.length &&
  !newSubject.test(since) &&
  !/[;]| (?:but|however) /i.test(since) &&
  isHedged(whole.slice(whole.lastIndexOf(';') + 1))

/** Is it an aim or a habit rather than a promise? */
export const isHedged = (text: string): boolean => hedges.test(text)

const separator =
  /[;:]| (?:but|however|although|though|while|whereas|otherwise) |, (?:and|or|so|we|you|the) /gi

/** The last clause of a text, which runs up to its end. */
export function lastClause(text: string): string {
  let from = 0
  for (const match of text.matchAll(separator)) from = match.index + match[0].length
  return text.slice(from)
}

/** The first clause of a text. */
export function firstClause(text: string): string {
  const end = text.search(/[;:]| (?:but|however|although|though|while|whereas|otherwise) |, (?:and|or|so) /i)
  return end < 0 ? text : text.slice(0, end)
}
