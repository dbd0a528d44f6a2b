import { durationsIn } from './durations'
import { finding, type Finding } from './finding'
import { isHedged, isNegated } from './negation'
import { timeOfDay, weekdaysIn } from './read-calendar'
import type { Sentence } from './sentences'

const announces =
  /\b(?:announc\w+|advisor(?:y|ies)|publish\w*|publicat\w+|disclos\w+|security (?:releases?|updates?))\b/i
const withTheFix =
  /\b(?:disclos\w+|announc\w+|publish\w*|public(?:ly)?|advisor(?:y|ies)|full details)\b[^;]{0,80}\b(?:until|once|after|when|together with|alongside|along with|at the same time as|as soon as)\b[^;]{0,50}\b(?:fix(?:ed|es)?|patch(?:ed|es)?|resol(?:ved|ution)|releas(?:e|ed)|remediat\w+|available|addressed)\b|\b(?:once|after|when|until)\b[^;]{0,60}\b(?:fix(?:ed|es)?|patch(?:ed|es)?|resolved|released)\b[^;]{0,60}\b(?:disclos\w+|announc\w+|publish\w*|advisor(?:y|ies))\b/i
const resolvedFirst =
  /\b(?:fix and (?:full |public )?announcement|resolve vulnerabilit\w+ (?:prior to|before) any disclosure|patch (?:is )?available, sometimes with a delay|(?:prior to|before) (?:any )?(?:public )?disclosure)\b/i

/** When and how advisories are announced, but for the days after a patch, which are read with the other times. */
export function readAnnouncing(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence
    if (sentence.kind === 'code') return []
    const found: Finding[] = []
    if (
      /\b(?:second|another|two|different) (?:maintainers?|persons?|people|members?|reviewers?)\b/i.test(
        text,
      ) &&
      /\b(?:approv|review|sign)\w*/i.test(text) &&
      /\badvisor(?:y|ies)|announcement/i.test(text) &&
      !isNegated(text)
    )
      found.push(finding(sentence, 'secondApproval', true))
    // A span in the sentence, or "whichever comes first", says that it is not simply with the fix.
    const isSure = !isHedged(text) && !/\bwhichever\b/i.test(text) && durationsIn(text).length === 0
    if (withTheFix.test(text) && !/\byou may\b/i.test(text))
      found.push(finding(sentence, 'announceDelay', 0, isSure ? 'sure' : 'likely', { isFallback: true }))
    else if (resolvedFirst.test(text))
      found.push(finding(sentence, 'announceDelay', 0, 'likely', { isFallback: true }))
    if (!announces.test(text)) return found
    const avoids = /(?:\b(?:avoid\w*|not|never)|n['’]t)\b/i.test(text)
    if (avoids && /\bholidays?\b/i.test(text)) found.push(finding(sentence, 'avoidHolidays', true))
    const days = weekdaysIn(text)
    if (days.length > 0 && !/\b(?:report|respon|acknowledg)/i.test(text)) {
      const named = avoids ? [1, 2, 3, 4, 5].filter((day) => !days.includes(day)) : days
      if (named.length > 0)
        found.push(finding(sentence, 'preferredWeekdays', named, avoids ? 'likely' : 'sure'))
    }
    const time = /\b(?:at|around|about) (\d{1,2})(?::(\d\d))? ?(am|pm|UTC|h|o'clock)?\b/i.exec(text)
    const at = time && (time[2] || time[3]) ? timeOfDay(time[1]!, time[2], time[3]) : null
    if (at) found.push(finding(sentence, 'preferredTime', at, time![2] ? 'sure' : 'likely'))
    return found
  })
}
