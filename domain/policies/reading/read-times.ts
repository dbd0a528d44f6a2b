import { daysOf } from './durations'
import { finding, type Confidence, type Finding } from './finding'
import { isFirmRefusal, isHedged, isNegated, lastClause } from './negation'
import type { Sentence } from './sentences'
import { timedSpans, type Timed } from './timed-spans'

/** "A response" of a policy: only together can its sentences say whether that is the acknowledgement or the detailed answer. */
interface Answer {
  sentence: Sentence
  timed: Timed
}

/** Every promise about time: acknowledgement, response, news, fix, embargo, wait before the announcement, silence. */
export function readTimes(sentences: readonly Sentence[]): Finding[] {
  const found: Finding[] = []
  const answers: Answer[] = []
  for (const sentence of sentences) {
    if (sentence.kind === 'code' || sentence.kind === 'heading') continue
    const spans = timedSpans(sentence)
    for (const timed of spans) {
      if (timed.kind === 'answer') answers.push({ sentence, timed })
      else found.push(...promiseOf(sentence, timed), ...alsoAcknowledged(sentence, timed))
    }
    found.push(...withoutNumber(sentence, spans.length > 0))
  }
  return [...found, ...answersAsPromises(answers, found)]
}

const confidenceOf = (timed: Pick<Timed, 'before' | 'after' | 'isDoubtful'>): Confidence =>
  timed.isDoubtful ||
  isHedged(lastClause(timed.before)) ||
  /(?:[~≈]|(?<!\bno |\bnot )\b(?:longer|more|later) than|\bover) ?$/i.test(timed.before) ||
  isHedged(timed.after.slice(0, 120).replace(/\bm(?:ay|ight)\b/gi, ' '))
    ? 'likely'
    : 'sure'

// "It never takes longer than 48 hours", "no embargoes longer than 90 days" set a bound: they refuse nothing.
const bounds = /\b(?:longer|more|later|greater|other) than ?$|\b(?:exceed\w*|beyond|over) ?$/i
const isRefused = ({ before, after }: Pick<Timed, 'before' | 'after'>) =>
  (isNegated(lastClause(before)) && !bounds.test(before)) ||
  /^[^,;]{0,40}\b(?:is|are) not (?:guaranteed|promised)/i.test(after)

const fromAcknowledgement =
  /^[^.;]{0,20}\b(?:of|after|from|following|since)\b[^.;]{0,25}\b(?:acknowledg\w*|that\b|initial (?:response|reply)|first (?:response|reply)|confirmation|receipt being)|^ ?(?:thereafter|later|afterwards)\b/i
const furtherSpan = /\b(?:a further|an additional|another|additional|further)\s*$/i

// "Updates" and "replies" after longer times are more likely about something else: a person has to look.
const longestAnswer = 31 * 24

function promiseOf(sentence: Sentence, timed: Timed): Finding[] {
  const { hours, counting, before, after, kind } = timed
  const refused = isRefused(timed)
  // Who keeps silent or must not publish is told with a "not", and nothing is refused by it.
  const isAboutDenial = kind === 'publish' || kind === 'silence' || kind === 'nudge'
  const isBound = isNegated(lastClause(before)) && bounds.test(before)
  const said = isBound && !timed.isDoubtful ? 'sure' : confidenceOf(timed)
  const confidence = refused && !isAboutDenial && !isFirmRefusal(lastClause(before)) ? 'likely' : said
  const span = { hours, counting }
  if (hours > 24 * 366 * 10) return []
  switch (kind) {
    case 'acknowledge':
      return [finding(sentence, 'acknowledge', refused ? null : span, confidence)]
    case 'respond': {
      const countedFrom =
        furtherSpan.test(before) || fromAcknowledgement.test(after) ? 'acknowledged' : 'received'
      return [finding(sentence, 'respond', refused ? null : { ...span, countedFrom }, confidence)]
    }
    case 'inform':
      return [finding(sentence, 'keepInformed', refused ? null : daysOf(timed), confidence)]
    case 'fix':
      return [finding(sentence, 'fix', refused ? null : { ...span, severity: timed.severity }, confidence)]
    case 'silence':
      return [finding(sentence, 'silence', daysOf(timed), confidence)]
    case 'nudge':
      return timed.nudges === 'respond'
        ? [finding(sentence, 'respond', { ...span, countedFrom: 'received' }, 'likely', { isFallback: true })]
        : [finding(sentence, 'acknowledge', span, 'likely', { isFallback: true })]
    case 'publish':
      return disclosed(sentence, timed, confidence)
    default:
      return []
  }
}

/** "Acknowledged and analysed within 3 days" is a promise of both, though only a person can tell. */
const alsoAcknowledged = (sentence: Sentence, timed: Timed): Finding[] =>
  timed.kind === 'respond' && /\backnowledg\w*(?: \w+){0,3} and [^.,;]{0,40}$/i.test(timed.before)
    ? promiseOf(sentence, { ...timed, kind: 'acknowledge', isDoubtful: true })
    : []

function disclosed(sentence: Sentence, timed: Timed, confidence: Confidence): Finding[] {
  const what = timed.disclosure?.is ?? 'embargo'
  if (what === 'notice') return []
  if (what === 'delay') return [finding(sentence, 'announceDelay', daysOf(timed), confidence)]
  if (what === 'latest') return [finding(sentence, 'announceDelay', 0, 'likely', { isFallback: true })]
  const isNone =
    isRefused(timed) &&
    /\b(?:no|not|never)\b[^.;]{0,25}\b(?:embargo|require|accept|ask|promise|agree)/i.test(timed.before)
  return [finding(sentence, 'embargo', isNone ? null : daysOf(timed), confidence)]
}

const soon =
  /\bas (?:soon|quickly|fast|promptly) as\b|\bpromptly\b|\bin a timely (?:manner|fashion)\b|\bwithout (?:undue )?delay\b|\bASAP\b|\bshortly\b/i
const answers = /\backnowledg\w+|\brespond\w*|\breply\b|\bget back to you\b|\bconfirm (?:the )?receipt\b/i
const thanks =
  /\backnowledg\w* (?:\w+ ){0,2}(?:contribution|effort|work|help|researcher|finder|reporter|in (?:the|our))|\backnowledg\w+ (?:page|section)/i
const periods: ReadonlyArray<[RegExp, number]> = [
  [/\bdaily\b/i, 1],
  [/\b(?:bi-?weekly|fortnightly)\b/i, 14],
  [/\bweekly\b/i, 7],
  [/\bmonthly\b/i, 30],
]

/** Promises that name no number: as soon as possible, weekly, informed somehow; and plain refusals to promise any time. */
function withoutNumber(sentence: Sentence, hasSpan: boolean): Finding[] {
  const { text } = sentence
  const found: Finding[] = []
  if (
    hasSpan &&
    !/\b(?:any|a) (?:particular|specific|certain|fixed|given) (?:time|period|number|date)/i.test(text)
  )
    return found
  if (
    /(?:\b(?:no|not|cannot|without|any)|n['’]t)\b[^.]{0,60}\b(?:guarantee|promise|commit|SLA|service level|timeline|deadline)/i.test(
      text,
    ) &&
    /\b(?:respon|repl|answer|acknowledg|timeline|time ?frame|SLA|deadline)/i.test(text)
  ) {
    if (isNegated(text))
      found.push(finding(sentence, 'acknowledge', null), finding(sentence, 'respond', null))
    return found
  }
  if (
    soon.test(text) &&
    answers.test(text) &&
    !thanks.test(text) &&
    !isNegated(lastClause(text.slice(0, text.search(soon)))) &&
    !/\byou (?:should |must |will )?(?:respond|reply|answer)/i.test(text)
  )
    found.push(
      finding(sentence, 'acknowledge', null, /acknowledg/i.test(text) ? 'sure' : 'likely', {
        isFallback: true,
      }),
    )
  const informs =
    /\b(?:keep (?:\w+ ){1,3}(?:informed|updated|posted|in the loop|up to date)|(?:status|progress|regular|weekly|daily|monthly|fortnightly|bi-?weekly) (?:\w+ )?(?:updates?|reports?)|update(?:s)? you|informed (?:of|about) (?:the |our )?progress)/i
  if (
    informs.test(text) &&
    !/\byou(?:rself)? (?:must|should|need to) keep|\bkeep (?:your|the) (?:software|installation|dependenc|version)/i.test(
      text,
    )
  ) {
    const period = periods.find(([word]) => word.test(text))
    if (period && !isNegated(text))
      found.push(finding(sentence, 'keepInformed', period[1], isHedged(text) ? 'likely' : 'sure'))
    else if (!period) found.push(finding(sentence, 'keepInformed', null, 'sure', { isFallback: true }))
  }
  return found
}

/** Decides what "a response within …" means by what else the policy promises. */
function answersAsPromises(given: readonly Answer[], found: readonly Finding[]): Finding[] {
  const hoursOf = (part: 'acknowledge' | 'respond') =>
    found.flatMap((one) =>
      one.part === part && !one.isFallback && one.value !== null
        ? [(one.value as { hours: number }).hours]
        : [],
    )
  const acknowledged = hoursOf('acknowledge')
  const responded = hoursOf('respond')
  const longestFirst = Math.max(...acknowledged)
  return given.flatMap(({ sentence, timed }) => {
    const isTheResponse =
      responded.includes(timed.hours) ||
      (acknowledged.length > 0 &&
        !acknowledged.includes(timed.hours) &&
        responded.length === 0 &&
        timed.hours > longestFirst)
    const kind = isTheResponse ? 'respond' : 'acknowledge'
    const isDoubtful = timed.isDoubtful || timed.hours > longestAnswer
    const read = promiseOf(sentence, { ...timed, kind, isDoubtful })
    return isTheResponse && !responded.includes(timed.hours)
      ? read.map((one) => ({ ...one, confidence: 'likely' as const }))
      : read
  })
}
