import { finding, type Finding } from './finding'
import { isNegated } from './negation'
import type { Sentence } from './sentences'

const fixing =
  /\b(?:fix(?:es|ed)?|patch(?:es|ed)?|back-?port\w*|(?:security )?(?:updates?|releases?)|support(?:ed|s)?|maintain(?:ed|s)?)\b/i
const everyLine =
  /\b(?:all|every|each|any|both)(?: of the| the| our)? (?:\w+ ){0,3}?(?:versions?|releases?|branch(?:es)?|(?:release |version )?(?:lines?|series|trains?))\b/i
const maintained = /\b(?:support|maint(?:ain|enance)|active|LTS|security updates)/i
const newestOnly =
  /\b(?:only|just|solely|exclusively)\b[^.]{0,60}\b(?:latest|newest|most recent|current|last)\b|\b(?:latest|newest|most recent|current|last)\b[^.]{0,50}\b(?:only|is supported|are supported|receives? (?:security )?(?:updates?|fixes|patches))\b|\bno (?:back-?ports?|support for (?:old|previous|earlier))|(?:\b(?:not|never)|n['’]t) (?:be )?back-?port/i
const severalNewest =
  /\b(?:two|three|four|[2-9]) (?:latest|last|most recent|newest) (?:\w+ ){0,2}(?:versions?|releases?|series|lines?)\b|\b(?:latest|last|most recent|newest) (?:two|three|four|[2-9]) (?:\w+ ){0,2}(?:versions?|releases?|series|lines?)\b|\b(?:current|latest) and (?:the )?previous\b/i

// "Only the latest and the LTS release" is more than one line.
const alsoOthers =
  /\b(?:latest|newest|most recent|current|last)\b[^.;]{0,40}\b(?:and|plus|as well as)\b[^.;]{0,30}\b(?:LTS|long[- ]term|previous|stable|prior|release|version|branch|line|\d+\.)/i

function lineFindings(sentence: Sentence): Finding[] {
  const { text } = sentence
  if (
    !fixing.test(text) ||
    /\breport(?:ing)? (?:must|should|against)|\blatest version of (?:this|the) (?:policy|document)|\b(?:please|should|encouraged to) (?:update|upgrade|use|test|check|verify)\b/i.test(
      text,
    )
  )
    return []
  const found: Finding[] = []
  const isOlder =
    /\bolder (?:minor|version)|\bprevious minor|\bearlier minor|\bminor versions? (?:get|receive)/i.test(text)
  if (isOlder && /\b(?:back-?port\w*|fix|patch|update)/i.test(text)) {
    if (/\b(?:request\w*|asks?|asked|demand|on demand)\b/i.test(text))
      return [finding(sentence, 'olderMinors', 'on_request')]
    if (isNegated(text)) found.push(finding(sentence, 'olderMinors', 'never', 'likely'))
  }
  if (
    /\bsupport(?:ed|s)? (?:for|until|through)\b/i.test(text) &&
    !/\b(?:fix|patch|back-?port|security)/i.test(text)
  )
    return found
  if ((severalNewest.test(text) || (newestOnly.test(text) && alsoOthers.test(text))) && !isNegated(text))
    found.push(finding(sentence, 'backports', 'every_supported', 'likely'))
  else if (newestOnly.test(text)) found.push(finding(sentence, 'backports', 'newest_only'))
  else if (/\bnewest release line only\b/i.test(text))
    found.push(finding(sentence, 'backports', 'newest_only'))
  else if (everyLine.test(text) && maintained.test(text) && !isNegated(text))
    found.push(finding(sentence, 'backports', 'every_supported'))
  return found
}

function kindFindings(sentence: Sentence): Finding[] {
  const { text } = sentence
  if (
    !/\b(?:security|vulnerabilit\w+)\b/i.test(text) ||
    !/\b(?:ship\w*|releas\w+|included|deliver\w+|publish\w*)\b/i.test(text)
  )
    return []
  const kinds = (['patch', 'minor'] as const).filter((kind) =>
    new RegExp(`\\b${kind}\\b(?: releases?| versions?|,| or| and|\\b)`, 'i').test(text),
  )
  const isAboutKinds =
    /\b(?:patch|minor)(?:,? (?:or|and) (?:patch|minor|major))? (?:releases?|versions?|updates?|bumps?)\b/i.test(
      text,
    )
  if (
    !isAboutKinds ||
    kinds.length === 0 ||
    /\bback-?port|\b(?:recent|latest|last|newest|previous|older|current) (?:patch|minor)/i.test(text) ||
    isNegated(text)
  )
    return []
  return [finding(sentence, 'releaseKinds', kinds)]
}

/** Where fixes go, and what they ship as. */
export const readFixes = (sentences: readonly Sentence[]): Finding[] =>
  sentences.flatMap((sentence) =>
    sentence.kind === 'code' || sentence.kind === 'row'
      ? []
      : [...lineFindings(sentence), ...kindFindings(sentence)],
  )
