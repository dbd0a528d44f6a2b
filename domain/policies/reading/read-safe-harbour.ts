import { contextOf, finding, type Finding } from './finding'
import type { Sentence } from './sentences'

const heading =
  /safe harbou?r|legal (?:safe|protection|posture)|good[- ]faith research|authori[sz]ed (?:conduct|research|testing)/
const promise =
  /\b(?:will not|won['’]t|do not intend to|not to|never|no)\b[^.]{0,80}\b(?:legal action|lawsuits?|civil action|civil claim|law enforcement|prosecut\w+|sue\b|litigation|legal steps|the police)|\b(?:consider\w*|regard\w*|treat\w*|deem\w*|view\w*)\b[^.]{0,140}\b(?:authori[sz]ed|lawful|good[- ]faith)|\bwork with you to understand\b|\bsafe harbou?r (?:for|to|applies)|\bwe (?:offer|grant|provide) (?:a )?safe harbou?r|\bmake (?:it|this) known that your\b|\bwaive\b/i
const refuses =
  /(?:\b(?:not|cannot|no)|n['’]t) (?:\w+ ){0,3}(?:safe harbou?r|authori[sz]e)|\bno safe harbou?r/i
const condition =
  /^(?:you\b|please\b|make\b|only\b|do not\b|don['’]t\b|provide\b|give\b|avoid\b|act\b|use\b|never\b|stop\b|report\b|comply\b|keep\b|refrain\b|limit\b|notify\b|delete\b|respect\b|not\b|perform\b|stay\b|if (?:you|in doubt)\b)/i

/** The conditions and the promise of a safe harbour: under its heading, or a promise on its own. */
export function readSafeHarbour(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence) => {
    const { text, kind, block } = sentence
    if (kind === 'code' || kind === 'row') return []
    const isUnderHeading = heading.test(contextOf(sentence))
    if (refuses.test(text)) return []
    if (kind === 'item' && isUnderHeading && !/^we\b/i.test(text)) {
      const whole = { ...sentence, text: block ?? '' }
      return block === null ? [] : [finding(whole, 'safeHarbourConditions', whole.text.slice(0, 500))]
    }
    if (isUnderHeading && /what we promise$/.test(sentence.headings))
      return [finding(sentence, 'safeHarbourPromise', text)]
    if (
      promise.test(text) &&
      (isUnderHeading ||
        /\blegal|civil (?:action|claim)|lawsuits?|prosecut|authori[sz]ed|lawful|police|safe harbou?r|law enforcement/i.test(
          text,
        ))
    )
      return [
        finding(
          sentence,
          'safeHarbourPromise',
          text,
          isUnderHeading || /\b(?:we|the (?:company|team|project|organi[sz]ation))\b/i.test(text)
            ? 'sure'
            : 'likely',
        ),
      ]
    if (!isUnderHeading || text.endsWith(':')) return []
    if (/^(?:we|if legal action|the team)\b/i.test(text))
      return [finding(sentence, 'safeHarbourPromise', text)]
    if (condition.test(text)) return [finding(sentence, 'safeHarbourConditions', text.slice(0, 500))]
    return []
  })
}
