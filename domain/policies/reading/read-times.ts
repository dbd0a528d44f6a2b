import { daysOf, durationsIn, type Duration } from './durations'
import { finding, type Confidence, type Finding } from './finding'
import { firstClause, isHedged, isNegated, lastClause } from './negation'
import type { Sentence } from './sentences'
import { firstCue, lastCue, type TimeKind } from './time-cues'

/** A span of time in a sentence and what it is about. */
interface Timed extends Duration {
  kind: TimeKind
  before: string
  after: string
  severity: string | null
}

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
      else found.push(...promiseOf(sentence, timed))
    }
    found.push(...withoutNumber(sentence, spans.length > 0))
  }
  return [...found, ...answersAsPromises(answers, found)]
}

const severities = /\b(critical|high|medium|moderate|low)(?:[- ](?:severity|risk|impact|priority))?\b/i

function timedSpans(sentence: Sentence): Timed[] {
  if (sentence.kind === 'row') {
    return sentence.cells.flatMap((cell, column) =>
      timedIn(cell, [
        sentence.cells[0] ?? '',
        sentence.columns[column] ?? '',
        sentence.section ?? '',
        sentence.headings,
      ]).map((timed) => ({
        ...timed,
        severity: severities.exec(sentence.cells[0] ?? '')?.[1]?.toLowerCase() ?? null,
      })),
    )
  }
  const severity =
    sentence.kind === 'item'
      ? (severities.exec(sentence.text.slice(0, 40))?.[1]?.toLowerCase() ?? null)
      : null
  return timedIn(sentence.text, [sentence.lead, sentence.section ?? '']).map((timed) => ({
    ...timed,
    severity,
  }))
}

// "Within", "up to two", "and in" before a span: the span opens its clause, so what it is about comes after it.
const opensClause =
  /(?:^|[,;:(—–]|\b(?:and|then|but|or))\s*(?:(?:and|then|generally|usually|typically|but|or|within|in|after|by|the|next|first|a|an|further|additional|another|up|to|less|than|no|later|at|most|least|about|around|approximately|maximum|of) ?){0,5}$/i

function timedIn(text: string, context: readonly string[]): Timed[] {
  const spans = durationsIn(text)
  const speaksOfEvery = (before: string) =>
    /(?:\bevery|\beach|\bper|\bonce (?:a|an|every)|\bat least once|intervals? of)\s*$/i.test(before)
  return spans.flatMap((span, index) => {
    const before = text.slice(spans[index - 1]?.to ?? 0, span.from)
    const after = text.slice(span.to, spans[index + 1]?.from ?? text.length)
    if (/\b(?:last|past|previous|every other)\s*$/i.test(before) || /^[- ]old\b/i.test(after)) return []
    const nearBefore = lastCue(before)
    const nearAfter = firstCue(after)
    const kind =
      (opensClause.test(before)
        ? (firstCue(firstClause(after)) ?? nearAfter ?? nearBefore)
        : (nearBefore ?? nearAfter)) ??
      context.map((words) => lastCue(words)).find((cue) => cue !== null) ??
      null
    if (kind === null || kind === 'ignore') return []
    const timed = { ...span, before, after, severity: null }
    if (speaksOfEvery(before))
      return kind === 'fix' || kind === 'publish' ? [] : [{ ...timed, kind: 'inform' as const }]
    return [{ ...timed, kind: refined(kind, text, timed) }]
  })
}

const reporterSilent =
  /\b(?:if|when|after|should)\b.{0,30}\b(?:you|the reporter|reporters?)\b.{0,30}(?:\bnot|n['’]t|\bfail|\bunresponsive|\bstop).{0,20}\b(?:respon|answer|repl|react)|\b(?:no (?:answer|response|reply)|not (?:hear|heard)|n['’]t (?:hear|heard)|silence) ?(?:back )?(?:from|of) (?:you|the reporter)\b/i
const reporterWaits =
  /\b(?:if|should|in case|in the event|when)\b.{0,40}\byou\b.{0,40}(?:\bnot|n['’]t|\bno\b|\bnever).{0,40}\b(?:receiv|hear|heard|get|got|response|reply|acknowledg|had)|\b(?:if|when) (?:we|you|there is|no)\b.{0,40}(?:\bnot|n['’]t|\bno\b|\bfail)/i

function refined(kind: TimeKind, text: string, { before, after }: Pick<Timed, 'before' | 'after'>): TimeKind {
  if (kind === 'answer' || kind === 'acknowledge' || kind === 'inform') {
    if (reporterSilent.test(text)) return 'silence'
    if (reporterWaits.test(text)) return 'nudge'
  }
  // "We respond within three days with our evaluation": an answer that says what happens next.
  if (
    kind === 'answer' &&
    /^[^.]{0,30}\b(?:with|indicating|including|containing|outlining|describing|that says)\b[^.]{0,60}\b(?:evaluation|assessment|next steps|resolution date|plan|what happens next|analysis|decision|details)/i.test(
      after,
    )
  )
    return 'respond'
  if (kind === 'answer' && /\bwhat happens next\b/i.test(before)) return 'respond'
  return kind
}

const confidenceOf = (timed: Pick<Timed, 'before' | 'after'>): Confidence =>
  isHedged(lastClause(timed.before)) || isHedged(timed.after.slice(0, 120).replace(/\bm(?:ay|ight)\b/gi, ' '))
    ? 'likely'
    : 'sure'

const isRefused = ({ before, after }: Pick<Timed, 'before' | 'after'>) =>
  isNegated(lastClause(before)) || /^[^,;]{0,40}\b(?:is|are) not (?:guaranteed|promised)/i.test(after)

const fromAcknowledgement =
  /^[^.;]{0,20}\b(?:of|after|from|following|since)\b[^.;]{0,25}\b(?:acknowledg\w*|that\b|initial (?:response|reply)|first (?:response|reply)|confirmation|receipt being)|^ ?(?:thereafter|later|afterwards)\b/i
const furtherSpan = /\b(?:a further|an additional|another|additional|further)\s*$/i
const afterPatch =
  /^ ?,?(?:\([^)]{0,40}\) ?)?(?:after|following|from|of|past|beyond|since|later than)\b[^.;]{0,45}\b(?:patch|fix|release|update|version)/i

function promiseOf(sentence: Sentence, timed: Timed): Finding[] {
  const { hours, counting, before, after, kind } = timed
  const confidence = confidenceOf(timed)
  const refused = isRefused(timed)
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
      return [finding(sentence, 'silence', daysOf(timed))]
    case 'nudge':
      return [finding(sentence, 'acknowledge', span, 'likely', { isFallback: true })]
    case 'publish':
      if (afterPatch.test(after) || /\b(?:patch|fix|release)\b[^.;]{0,30}\b(?:then|and) wait\b/i.test(before))
        return [finding(sentence, 'announceDelay', daysOf(timed), confidence)]
      if (/\b(?:early|advance|pre-?)(?:\b|disclos|notif)|\bin advance\b|\bdistros?\b/i.test(before + after))
        return []
      return [
        finding(
          sentence,
          'embargo',
          refused &&
            /\b(?:no|not|never)\b[^.;]{0,25}\b(?:embargo|require|accept|ask|promise|agree)/i.test(before)
            ? null
            : daysOf(timed),
          confidence,
        ),
      ]
    default:
      return []
  }
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
    const read = promiseOf(sentence, { ...timed, kind })
    return isTheResponse && !responded.includes(timed.hours)
      ? read.map((one) => ({ ...one, confidence: 'likely' as const }))
      : read
  })
}
