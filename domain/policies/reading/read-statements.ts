import { contextOf, finding, type Finding } from './finding'
import { isNegated, lastClause } from './negation'
import type { Sentence } from './sentences'

const credit =
  /\b(?:credit(?:ed|s)?\b|acknowledg\w* (?:your|their|the) (?:contributions?|efforts?|work|help)|hall of fame|acknowledge (?:the vulnerability )?(?:reporters?|researchers?|finders?)|(?:publicly )?(?:thank|acknowledge) (?:you|reporters|researchers)(?: publicly| in)|attribution)/i
const bounty =
  /\b(?:bount(?:y|ies)|monetary|compensat\w+|financial reward|cash|paid program|reward(?:s|ed)?|swag|payment)\b/i
const thirdParty =
  /\b(?:third[- ]party|upstream|dependenc\w+|other people['’]s) (?:\w+ )?(?:modules?|librar\w+|packages?|code|components?|software|plugins?|projects?|dependenc\w+)?\b/i
const mayPublish =
  /\b(?:you|reporters?|researchers?|finders?)?\b.{0,40}\b(?:may|acceptable|free to|welcome to|can|entitled|allowed to)\b.{0,80}\b(?:disclos\w+|publish\w*|publicly|go public)\b/i
const ignored =
  /\b(?:if|when|after|unless|should)\b.{0,120}(?:\bnot (?:\w+ ){0,2}(?:receiv\w+|respon\w+|repl\w+|answer\w*|acknowledg\w*|hear\w*|fix\w*|resol\w+)|n['’]t (?:\w+ ){0,2}(?:receiv\w+|get back|got back|respon\w+|repl\w+|answer\w*|acknowledg\w*|heard?|fix\w*)|\b(?:no (?:response|reply|answer)|unresponsive|(?:hear|heard|received?) nothing|ignor\w+|breaks? these|fails? to|miss(?:es)?|wait too long))/i

/** Statements that are true or not: credit, payment, code of others, publishing when ignored. */
export const readStatements = (sentences: readonly Sentence[]): Finding[] =>
  sentences.flatMap((sentence) => {
    const { text, kind } = sentence
    if (kind === 'code' || kind === 'heading') return []
    const found: Finding[] = []
    const creditAt = text.search(credit)
    if (creditAt >= 0 && !/\bcredit cards?\b/i.test(text)) {
      const unless =
        /\b(?:unless|if you (?:wish|want|prefer|like|would like)|with your (?:permission|consent)|on request|upon request|ask)/i
          .exec(text)?.[0]
          .toLowerCase()
      const isRefused =
        isNegated(lastClause(text.slice(0, creditAt)).slice(-60)) ||
        /^credit\w* (?:nobody|no one|none)\b/i.test(text.slice(creditAt))
      const value =
        isRefused && unless !== 'unless'
          ? 'none'
          : unless === undefined || unless === 'unless'
            ? 'always'
            : 'on_request'
      found.push(
        finding(
          sentence,
          'credit',
          value,
          /\bpublicly\b/i.test(text) && !/credit/i.test(text) ? 'likely' : 'sure',
          {
            isFallback: !/credit/i.test(text) && !/always/i.test(text),
          },
        ),
      )
    }
    const bountyAt = text.search(bounty)
    if (bountyAt >= 0) {
      const isRefused = isNegated(text.slice(Math.max(0, bountyAt - 80), bountyAt + 80))
      found.push(
        finding(
          sentence,
          'bounty',
          isRefused ? 'none' : 'offered',
          isRefused || /\b(?:we|program|offer|pay)/i.test(text) ? 'sure' : 'likely',
        ),
      )
    }
    if (
      thirdParty.test(text) &&
      /\b(?:report|maintain\w*|upstream|author|owner|vendor|contact)/i.test(text) &&
      !/\bdisclosure to\b|\bthird[- ]party (?:services?|access|against)/i.test(text) &&
      !/by a third party/i.test(text) &&
      /\b(?:vulnerabilit|bugs?|issues?|problems?|modules?)/i.test(text + contextOf(sentence)) &&
      /\b(?:report|directly|upstream|to the)\b/i.test(text)
    )
      found.push(finding(sentence, 'thirdParty', true))
    const mayAt = text.search(mayPublish)
    if (mayAt >= 0 && ignored.test(text))
      found.push(
        finding(sentence, 'mayPublish', !/\b(?:may|can|are) not\b|\bcannot\b|\bnot acceptable\b/i.test(text)),
      )
    return found
  })
