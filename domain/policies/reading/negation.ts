// "No later than" and its like promise; they only look like a refusal.
const falseNegations =
  /\b(?:not?|never) (?:longer|later|more|less|fewer) than\b|\bnot only\b|\bwhether or not\b|\bno matter\b|\bif not\b/gi
const negation = /\b(?:not|no|never|cannot|unable|neither|nor|without)\b|n't\b/i

/** Does a clause refuse or deny what it speaks of? "We do not promise", "no guarantee"; not "no later than". */
export const isNegated = (clause: string): boolean =>
  negation.test(clause.replace(/[’‘]/g, "'").replace(falseNegations, ' '))

const hedges =
  /\b(?:aim|aims|aiming|try|tries|strive|strives|endeavou?r|hope|attempt|best[- ]effort|goal|target|usually|typically|normally|generally|ideally|intend|might|may|approximately|roughly|where possible|if possible|when possible|not guaranteed|no guarantee|cannot guarantee|not a promise)\b/i

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
