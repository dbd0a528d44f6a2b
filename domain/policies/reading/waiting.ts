const reporter = '(?:you|the (?:reporter|researcher|finder)|reporters?|researchers?|finders?)'
const answers = '(?:respon[ds]\\w*|answer\\w*|repl(?:y|ies|ied)|react\\w*|follow\\w* up|provide\\w*|get back)'
const not = "(?:\\bnot|n['’]t|\\bnever|\\bfails? to|\\bstops?|\\bno longer)"

// The reporter is the one who says nothing. "You do not receive a response" is none of these.
const reporterSilent = new RegExp(
  [
    `\\b(?:if|when|after|should|unless|once)\\b.{0,30}\\b${reporter}\\b.{0,12}${not} (?:\\w+ly |yet |ever |further |be able to )?${answers}`,
    `\\b${reporter} (?:become|becomes|are|is|remains?|stays?|go|goes) (?:\\w+ )?(?:unresponsive|silent|quiet)`,
    `\\bno (?:answer|response|reply|reaction|feedback)s? (?:is |was |has been )?(?:received |given )?(?:back )?(?:from|by|of) ${reporter}`,
    `${not} (?:hear|heard|receiv\\w+|get|got|have|had) (?:\\w+ ){0,3}?(?:from|of) ${reporter}`,
    `\\bsilence (?:from|of) ${reporter}|\\bwithout (?:an? |any )?(?:answer|response|reply|reaction) (?:from|of|by) ${reporter}`,
  ].join('|'),
  'i',
)
const reporterWaits = new RegExp(
  [
    `\\b(?:if|should|in case|in the event|when|unless)\\b.{0,40}\\b(?:you|reporters?|researchers?)\\b.{0,30}(?:${not}|\\bno\\b|\\bwithout\\b)(?:.{0,40}\\b(?:receiv|hear|heard|get|got|see|seen|obtain|response|reply|acknowledg|had|have)|(?= ?,| within| in\\b|,))`,
    `\\b(?:no (?:response|reply|answer|acknowledg\\w+|reaction|feedback)|(?:not|n['’]t|never) (?:\\w+ )?(?:received?|heard?|gotten|got|get) (?:\\w+ ){0,2}(?:a |an |any |our )?(?:response|reply|answer|acknowledg\\w+|confirmation|back|from (?:us|me|the)))`,
    `\\b(?:if|when|should|in case) (?:for some reason )?(?:we|i|the (?:\\w+ )?team|there|nobody|no one|maintainers?)\\b.{0,40}(?:${not}|\\bno\\b|\\bfail|\\bnobody|\\bno one)`,
    `\\b(?:hear|heard|receive|received|get|got) nothing\\b|\\bnobody (?:answers|responds|replies)|\\bno one (?:answers|responds|replies)|\\bunanswered\\b`,
  ].join('|'),
  'i',
)
const opensCondition =
  /(?:^|[,;:.(] ?|\b(?:and|but|or|that) )(?:if|unless|when|should|in case|whenever)\b[^,;]{0,120}$/i
/** Does a span at the end of a text stand in an "if"? */
export const isInCondition = (before: string): boolean => opensCondition.test(before.slice(-160))

const promises =
  /\b(?:we|you|i|team|it|maintainers?) (?:will|shall|can|aim|try|['’]ll)\b|\byou['’]ll\b|\bwe['’]ll\b/i

/**
 * Who waits in a sentence with a span: `silence` when the reporter does not answer, `nudge` when the reporter waits for the team,
 * `condition` when the span only says when something else holds. Null for a promise.
 */
export function waitingOf(
  text: string,
  { from }: { from: number },
): 'silence' | 'nudge' | 'condition' | null {
  if (reporterSilent.test(text)) return 'silence'
  if (reporterWaits.test(text)) return 'nudge'
  const before = text.slice(Math.max(0, from - 160), from)
  const condition = opensCondition.exec(before)?.[0]
  return condition !== undefined && !promises.test(condition) ? 'condition' : null
}
